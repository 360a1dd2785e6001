/**
 * How wide accounts are. Nobody gives a reader class that sees what its own does not, and nobody administers an account
 * of such a class: whoever could make one, or take one over, would see as much.
 */
import { readAccount, readReaders, type AccountRow } from '@entente/store/account/reader';
import type { Narrowing } from '@entente/store/coalition/rights';
import type { Queryable } from '@entente/store/database/queryable';
import type { Caller } from '../caller.ts';

/** What a caller's reader class reaches. */
export interface Width {
  /** Whether a class is one of the member's, and sees nothing that the caller's own does not. */
  reaches(reader: string): boolean;
  /** What is left of a class that the caller asks for: it is cut down to the caller's own. */
  within(asked: Required<Narrowing>): Required<Narrowing>;
  /** How many classes the member has, its own counted. */
  readonly classes: number;
}

/** Reads the classes of the caller's member. */
export async function widthOf(client: Queryable, { member, reader }: Caller): Promise<Width> {
  const readers = await readReaders(client, member);
  const own = readers.get(reader);
  return {
    reaches(other) {
      const narrowing = readers.get(other);
      return narrowing !== undefined && own !== undefined && (other === reader || isWithin(narrowing, own));
    },
    within({ levels, without }) {
      const capped = { ...levels };
      for (const [policy, rank] of Object.entries(own?.levels ?? {})) {
        capped[policy] = Math.min(rank, capped[policy] ?? rank);
      }
      return { levels: capped, without: [...new Set([...without, ...(own?.without ?? [])])] };
    },
    classes: readers.size,
  };
}

/** An account of the caller's member, where its class is within the caller's. */
export async function administered(
  client: Queryable,
  caller: Caller,
  id: string,
): Promise<AccountRow | undefined> {
  const account = await readAccount(client, caller.member, id);
  if (account === undefined) return undefined;
  return (await widthOf(client, caller)).reaches(account.reader) ? account : undefined;
}

/**
 * Whether one class sees nothing that another does not, whatever the member is granted later: the narrowings are
 * compared, not the rights of this moment. Null narrows nothing.
 */
function isWithin(inner: Narrowing | null, outer: Narrowing | null): boolean {
  if (outer === null) return true;
  const { levels = {}, without = [] } = inner ?? {};
  return (
    inner !== null &&
    Object.entries(outer.levels ?? {}).every(([policy, rank]) => (levels[policy] ?? Infinity) <= rank) &&
    (outer.without ?? []).every((attribute) => without.includes(attribute))
  );
}
