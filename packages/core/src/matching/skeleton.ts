/**
 * What is left of a token of a name when all that scripts and spellings write differently is taken out: its consonants
 * by class. Far coarser than names are compared by (`names/likeness`): two gateways have nothing but whether keys are
 * the same, so what may be written in two ways has to come out the same.
 */
import type { Token } from '../names/normalise.ts';
import type { Script } from '../names/script.ts';

/**
 * Where usage differs a token is read in two ways. Open: v and w are vowels, j is dj, ch is sh. Closed: v and w are as
 * f, j is y, ch is k, and h of other scripts is silent.
 */
export const readings = ['open', 'closed'] as const;
export type Reading = (typeof readings)[number];

type Step = readonly [RegExp, string];

/** Letters that write one sound together, and those that are read by what follows. `sounds` are signs of `names/sounds`. */
const common: readonly Step[] = [
  [/s?ch|tch|sh|dj|dz|t[sz]|[cs]z|zh/g, 'S'],
  [/kh|gh|ck/g, 'K'],
  [/ph/g, 'P'],
  [/x/g, 'KS'],
  [/c(?=[eiy])/g, 'S'],
];

const steps: Readonly<Record<Reading, Partial<Record<Script, readonly Step[]>>>> = {
  open: {
    Latn: [...common, [/c/g, 'K'], [/j/g, 'S'], [/[vw]/g, '']],
    Grek: [[/x/g, 'KS']],
  },
  closed: {
    Latn: [
      [/sch|tch|sh|dj|dz|t[sz]|[cs]z|zh/g, 'S'],
      [/ch/g, 'K'],
      ...common,
      [/g(?=[eiy])/g, 'S'],
      [/c/g, 'K'],
      [/j/g, ''],
      [/[vw]/g, 'P'],
    ],
    Cyrl: [[/x|^g/g, '']],
    Grek: [[/x/g, 'KS']],
    Hebr: [
      [/g/g, 'S'],
      [/x/g, ''],
    ],
    Arab: [[/[wx]/g, '']],
  },
};

const classes = new Map(
  Object.entries({ P: 'Pbpf', S: 'szSZCJc', T: 'tdTD', K: 'KkgqxG', L: 'lL', R: 'r', M: 'mn' }).flatMap(
    ([name, signs]) => [...signs].map((sign) => [sign, name] as const),
  ),
);
/** What the open reading takes as vowels and the closed one as f, in scripts that say nothing else of it. */
const glides = { open: '', closed: 'P' } as const;

/** The classes of a token, at least one sign; its end, that Latvian and Greek add, is left out. */
export function skeletonOf({ sounds, joining, script }: Token, reading: Reading): string {
  const isWithArticle = script === 'Arab' && reading === 'closed';
  let text = (isWithArticle ? joining : sounds).replace(/[td][SZszcC](?!h)/g, 'S');
  for (const [sought, by] of steps[reading][script] ?? []) text = text.replace(sought, by);
  text = text.replace(/[vw]/g, glides[reading]);
  const classed = [...text].map((sign) => classes.get(sign) ?? '').join('');
  const bare = (classed.length > 2 ? classed.replace(/S$/, '') : classed)
    .replace(/M(?=[PTKS])/g, '')
    .replace(/(.)\1+/g, '$1');
  return bare === '' ? 'A' : bare;
}
