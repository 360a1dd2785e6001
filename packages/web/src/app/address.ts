/** What stands in the address of a screen. Its query holds texts, by these names alone. */
import { useParams, useSearch } from '@tanstack/react-router';

export type Asked<Key extends string = string> = { [One in Key]?: string };

/** Lets texts of these names through, and nothing else. */
export const texts =
  <const Key extends string>(...keys: Key[]) =>
  (search: Record<string, unknown>): Asked<Key> => {
    const given: Asked<Key> = {};
    for (const key of keys) {
      const value = search[key];
      if (typeof value === 'string' && value !== '') given[key] = value;
    }
    return given;
  };

/** The query of the present address. */
export function useAsked<Key extends string>(): Asked<Key> {
  const asked: Asked = useSearch({ strict: false });
  return asked;
}

/** The id in the present address. */
export function useAddressId(): string {
  const { id } = useParams({ strict: false }) as { id?: string };
  return id ?? '';
}
