/** Writes what was learnt as modules of the core: texts that it takes apart when they are first wanted. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../packages/core/src/names/learnt');
const head = '/** Learnt from labels of Wikidata (CC0) by scripts/names; not written by hand. */\n';

/** @param body what follows the words of the head */
export function writeTable(name: string, body: string): void {
  writeFileSync(join(folder, `${name}.ts`), `${head}${body}\n`);
}

/** A constant of rows of texts. */
export function writeRows(name: string, constant: string, rows: readonly (readonly string[])[]): void {
  const type = `readonly (readonly [${(rows[0] ?? []).map(() => 'string').join(', ')}])[]`;
  const lines = rows.map((row) => `  [${row.map((text) => JSON.stringify(text)).join(', ')}],`);
  writeTable(name, `export const ${constant}: ${type} = [\n${lines.join('\n')}\n];`);
}

/** Bits in tenths, as the tables have them. */
export const tenths = (share: number): number => Math.round(-10 * Math.log2(share));
