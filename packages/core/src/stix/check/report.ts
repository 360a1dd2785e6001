import type { Finding } from '../types.ts';

/** More findings than a person reads; what an object of a million errors would otherwise cost. */
const maximumFindings = 100;

/** How an indicator's STIX pattern is judged; by default with the parser of this room. */
export interface ValidationContext {
  patterns?: (pattern: string, stixVersion: string) => Finding[];
}

/** What is found while one object is walked through, and where the walk is. */
export class Report {
  readonly errors: Finding[] = [];
  readonly warnings: Finding[] = [];
  /** Names and indexes from the object's root to the value that is looked at. */
  readonly path: (string | number)[] = [];
  /** While the deprecated `objects` of observed data are walked through: the keys that references name. */
  observed: ReadonlySet<string> | undefined;
  readonly context: ValidationContext;

  constructor(context: ValidationContext) {
    this.context = context;
  }

  /** Notes a broken MUST at the value that is looked at, or at one of its members. */
  error(message: string, ...further: (string | number)[]): void {
    note(this.errors, this.path, further, message);
  }

  /** Notes a broken SHOULD. */
  warning(message: string, ...further: (string | number)[]): void {
    note(this.warnings, this.path, further, message);
  }
}

function note(
  findings: Finding[],
  path: readonly (string | number)[],
  further: readonly (string | number)[],
  message: string,
): void {
  if (findings.length > maximumFindings) return;
  if (findings.length === maximumFindings) {
    findings.push({ path: '', message: `There is more; only the first ${maximumFindings} are listed.` });
  } else findings.push({ path: pathText([...path, ...further]), message });
}

/** A path as it is read by people: `external_references[0].source_name`. */
function pathText(path: readonly (string | number)[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? brief(step) : `.${brief(step)}`;
  }
  return text;
}

/** A value in few characters, for a message. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return `'${brief(value)}'`;
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object' : brief(String(value));
}

function brief(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  // A cut may part a surrogate pair, and the text may come with half of one.
  return short.isWellFormed() ? short : short.replace(/\p{Surrogate}/gu, '\ufffd');
}
