/** Places inside of an object, and objects with something changed at one place; the given object stays as it is. */

export type Path = readonly (string | number)[];
type Keyed = Readonly<Record<string, unknown>>;

const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function valueAt(whole: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof step === 'number') return Array.isArray(value) ? (value as unknown[])[step] : undefined;
    return isKeyed(value) ? value[step] : undefined;
  }, whole);
}

/** With another value at a place; `undefined` takes it away, of a list the item with it. */
export function withValue<Whole>(whole: Whole, path: Path, value: unknown): Whole {
  return placed(whole, path, value) as Whole;
}

function placed(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(whole) ? [...(whole as unknown[])] : [];
    const item = placed(list[step], rest, value);
    if (item === undefined) list.splice(step, 1);
    else list[step] = item;
    return list;
  }
  const { [step]: before, ...others } = isKeyed(whole) ? whole : {};
  const after = placed(before, rest, value);
  if (after === undefined) return others;
  return isKeyed(whole) && step in whole
    ? Object.fromEntries(Object.entries(whole).map(([key, one]) => [key, key === step ? after : one]))
    : { ...others, [step]: after };
}

/** As the validator writes a place: `extensions.….names[0].full`. */
export const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );

/** As a selector writes a place (STIX 2.1 §7.2.3): `external_references.[0].url`. */
export const selectorText = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join('.');

/** Without what says nothing: blank texts, empty lists, empty records; and extensions that only say their kind. */
export function withoutBlanks(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const items = value.map(withoutBlanks).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isKeyed(value)) return value ?? undefined;
  const kept = Object.entries(value)
    .map(([key, one]) => [key, withoutBlanks(one)] as const)
    .filter(([, one]) => one !== undefined);
  const isEmpty = kept.every(([key]) => key === 'extension_type');
  return isEmpty ? undefined : Object.fromEntries(kept);
}
