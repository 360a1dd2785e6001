/**
 * Public figures with their names in many languages, and pairs of names that were judged (Wikidata, CC0): the files
 * names-entities-dev.tsv and names-dev.tsv of ENTENTE_DATA.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.env['ENTENTE_DATA'] ?? '../shared', 'data');

const rowsOf = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));

export interface PublicFigure {
  id: string;
  /** YYYY-MM-DD; empty where it is not known. */
  birth: string;
  names: [name: string, script: string, language: string][];
}

export function readPublicFigures(): PublicFigure[] {
  const [, ...rows] = rowsOf(join(folder, 'names-entities-dev.tsv'));
  return rows.map(([id = '', , birth = '', , , names = '[]']) => ({
    id,
    birth,
    names: JSON.parse(names) as PublicFigure['names'],
  }));
}

export interface JudgedPair {
  /** Whether both are names of one person. */
  isSame: boolean;
  left: string;
  right: string;
  /** Script of each (ISO 15924). */
  scripts: [string, string];
}

/** @param path a file of another place that is written so: verdict, two names, script and language of each */
export function readJudgedPairs(path = join(folder, 'names-dev.tsv')): JudgedPair[] {
  return rowsOf(path).map(([verdict, left = '', right = '', one = '', two = '']) => ({
    isSame: verdict === '1',
    left,
    right,
    scripts: [one.slice(0, 4), two.slice(0, 4)],
  }));
}
