/** The pairs of names that were judged (names-dev.tsv, CC0), and their measures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { align } from '../../packages/core/src/names/align.ts';
import { measures, measuresOf } from '../../packages/core/src/names/measures.ts';
import { tokensOf } from '../../packages/core/src/names/normalise.ts';
import { scripts as seven } from '../../packages/core/src/names/script.ts';

export interface Judged {
  isSame: boolean;
  left: string;
  right: string;
  scripts: [string, string];
  /** Whether both are in one of the seven scripts. */
  isWithin: boolean;
  measures: number[];
}

/** Reads a file of pairs: verdict, two names, script and language of each, source; tabs between. */
export function readPairs(
  file = join(process.env['ENTENTE_DATA'] ?? '../shared', 'data', 'names-dev.tsv'),
): Judged[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [verdict, left = '', right = '', one = '', two = ''] = line.split('\t');
      const found = measuresOf(align(tokensOf(left), tokensOf(right)));
      const scripts: [string, string] = [one.slice(0, 4), two.slice(0, 4)];
      return {
        isSame: verdict === '1',
        left,
        right,
        scripts,
        isWithin: scripts.every((script) => (seven as readonly string[]).includes(script)),
        measures: measures.map((measure) => found[measure]),
      };
    });
}
