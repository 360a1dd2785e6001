/** A row of a table as values by field, and what is wrong with it. */
import { several, type Field } from './field.ts';
import type { Mapping } from './mapping.ts';

/** A row as it is read; `line` is where it begins in the file, from 1. */
export interface Row {
  cells: readonly string[];
  line: number;
}

/** What is wrong with a row; with the first kinds the row is left out, with the others it is taken without the value. */
export const refusals = [
  'columns',
  'unreadable',
  'unnamed',
  'no-key',
  'same-key',
  'same-row',
  'no-country',
  'coordinates',
  'unknown-value',
  'not-valid',
] as const;
export const remarks = [
  'date-unclear',
  'country-unclear',
  'sex-unclear',
  'place-unplaced',
  'e-mail-unclear',
] as const;
export type Fault = (typeof refusals)[number] | (typeof remarks)[number];

export interface Problem {
  line: number;
  fault: Fault;
  /** Header of the column. */
  column?: string | undefined;
  /** The value as written, or what the rules of STIX say of it. */
  text?: string | undefined;
  /** Another line that is meant. */
  other?: number | undefined;
  /** How many columns the row has, and how many it should have. */
  found?: number | undefined;
  wanted?: number | undefined;
}

/** The values of one row by field, with what is noted on the way. */
export class Values {
  readonly line: number;
  readonly problems: Problem[] = [];
  private readonly byField = new Map<Field, { text: string; column: string }[]>();

  constructor({ cells, line }: Row, headers: readonly string[], { columns }: Mapping) {
    this.line = line;
    headers.forEach((column, index) => {
      const field = columns[column];
      if (field === undefined) return;
      const texts = separated(cells[index] ?? '', field).map((text) => ({ text, column }));
      this.byField.set(field, [...(this.byField.get(field) ?? []), ...texts]);
    });
  }

  all(field: Field): string[] {
    return (this.byField.get(field) ?? []).map(({ text }) => text);
  }

  one(field: Field): string | undefined {
    return this.all(field)[0];
  }

  /** Every text of a field that may stand in several columns, as one. */
  joined(field: Field): string | undefined {
    const texts = this.all(field);
    return texts.length === 0 ? undefined : texts.join('\n\n');
  }

  note(fault: Fault, field?: Field, text?: string): void {
    const column = field === undefined ? undefined : this.byField.get(field)?.[0]?.column;
    this.problems.push({ line: this.line, fault, column, text });
  }
}

function separated(cell: string, field: Field): string[] {
  const parts = several.has(field) ? cell.split(/[;\n|]/) : [cell];
  return parts.map((part) => part.trim()).filter((part) => part !== '' && !isNothing(part));
}

/** How tables say that there is nothing. */
const isNothing = (text: string): boolean =>
  /^(?:-+|—|n\/?a|null|none|s\.?o\.?|néant|inconnue?|unknown)$/i.test(text);
