/** The parts of a label as they are made by hand: what is empty is left out, codes of handling stand by kind. */
import type { LabelBody } from '@entente/contract/label';

export const everybody = 'public';
/** Mildest first. */
export const tlpNames = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export const papNames = ['CLEAR', 'GREEN', 'AMBER', 'RED'] as const;
export const europolCodes = ['H0', 'H1', 'H2', 'H3'] as const;
const tlpCodes = tlpNames.map((name) => `TLP:${name}`);
const papCodes = papNames.map((name) => `PAP:${name}`);
const europol = 'EUROPOL:';

export interface Handling {
  tlp: string | null;
  pap: string | null;
  /** `H0` to `H3`. */
  europol: string[];
  /** In words, and codes of other kinds. */
  statements: string[];
}

/** Codes by kind; of several of TLP or of PAP the strictest, as the cell takes them. */
export function handlingOf(codes: readonly string[] = []): Handling {
  const strictest = (order: readonly string[]): string | null =>
    order.findLast((code) => codes.includes(code)) ?? null;
  const isEuropol = (code: string): boolean => europolCodes.some((one) => `${europol}${one}` === code);
  const named = new Set<string>([...tlpCodes, ...papCodes]);
  return {
    tlp: strictest(tlpCodes),
    pap: strictest(papCodes),
    europol: codes.filter(isEuropol).map((code) => code.slice(europol.length)),
    statements: codes.filter((code) => !named.has(code) && !isEuropol(code)),
  };
}

export const codesOf = ({ tlp, pap, europol: codes, statements }: Handling): string[] => [
  ...(tlp === null ? [] : [tlp]),
  ...(pap === null ? [] : [pap]),
  ...codes.map((code) => `${europol}${code}`),
  ...statements,
];

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || Object.keys(value as object).length === 0;

/** The label with one part changed. */
export function withPart<Part extends keyof LabelBody>(
  label: LabelBody,
  part: Part,
  value: LabelBody[Part],
): LabelBody {
  const { [part]: _before, ...others } = label;
  const isGone = typeof value === 'string' ? value === '' : isEmpty(value);
  return isGone ? others : { ...others, [part]: value };
}

/** Everybody holds whatever others hold: it stands alone in a clause, and whoever is named instead takes its place. */
export function chosenAudiences(before: readonly string[], after: readonly string[]): string[] {
  if (!after.includes(everybody)) return [...after];
  return before.includes(everybody)
    ? after.filter((one) => one !== everybody || after.length === 1)
    : [everybody];
}

/** The label with a clause changed or added; one without audiences is taken away. */
export function withClause(label: LabelBody, index: number, audiences: readonly string[]): LabelBody {
  const clauses = [...(label.any ?? [])];
  clauses.splice(index, 1, ...(audiences.length === 0 ? [] : [[...audiences]]));
  return withPart(label, 'any', clauses);
}

/** Whether something stands in the label besides audiences and TLP. */
export function hasConditions({ levels, all, owners, handling, until, review }: LabelBody): boolean {
  const { pap, europol: codes, statements } = handlingOf(handling);
  return (
    [levels, all, owners].some((part) => !isEmpty(part)) ||
    pap !== null ||
    codes.length + statements.length > 0 ||
    until !== undefined ||
    review !== undefined
  );
}

/** A day as one writes it in a form, and the moment of the label at which it begins. */
export const dayOf = (time: string | undefined): string => time?.slice(0, 10) ?? '';
export const beginningOf = (day: string): string | undefined =>
  day === '' ? undefined : `${day}T00:00:00.000Z`;
