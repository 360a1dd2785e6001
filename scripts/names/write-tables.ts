/** Writes what was learnt as modules of the core: texts that it takes apart when they are first wanted. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../packages/core/src/names/learnt');
const head = '/** Learnt from labels of Wikidata (CC0) by scripts/names; not written by hand. */\n';
const [sounds = '', rarity = '', variants = ''] = process.argv.slice(2);

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n');
const quoted = (text: string): string => JSON.stringify(text);

const costs = linesOf(sounds).map((line) => {
  const [key = '', ...steps] = line.split(' ');
  return `  [${quoted(key)}, ${quoted(steps.join(' '))}],`;
});
writeFileSync(
  join(folder, 'sound-costs.ts'),
  `${head}export const soundCosts: readonly (readonly [string, string])[] = [\n${costs.join('\n')}\n];\n`,
);

const lines = linesOf(rarity);
const rows = lines.flatMap((line, index) => {
  const [script = '', kind = '', ...signs] = line.split(' ');
  if (kind !== 'signs') return [];
  const [, , ...tokens] = (lines[index + 1] ?? '').split(' ');
  return [`  [${quoted(script)}, ${quoted(signs.join(' '))}, ${quoted(tokens.join(' '))}],`];
});
writeFileSync(
  join(folder, 'rarity.ts'),
  `${head}export const rarity: readonly (readonly [string, string, string])[] = [\n${rows.join('\n')}\n];\n`,
);

writeFileSync(
  join(folder, 'variants.ts'),
  `${head}export const variants =\n  ${quoted(readFileSync(variants, 'utf8').trim())};\n`,
);
