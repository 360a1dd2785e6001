/**
 * The closed list of what may differ between two worlds: salted commitments of what is hidden (ADR 5, "The
 * property"). Hashes over them are blotted out one by one, and everything beside them stays: how many there are, and
 * every other byte.
 */
import { readNote, signatureLine } from '@entente/core/ledger/note';
import type { Told } from './asked.ts';

type Answer = Record<string, unknown>;

/** Route → which members of its answer are, or hold, such hashes. */
const excepted: Readonly<Record<string, (answer: Answer) => Answer>> = {
  'GET /api/v1/ledger/checkpoint': (answer) => ({ ...answer, checkpoint: blotNote(answer['checkpoint']) }),
  'GET /api/v1/ledger/consistency': (answer) => ({ ...answer, path: blotPath(answer['path']) }),
  'GET /api/v1/ledger/standing': (answer) => {
    const slot = answer['slot'] as Answer;
    return {
      ...answer,
      checkpoint: blotNote(answer['checkpoint']),
      slot: { ...slot, path: blotPath(slot['path']) },
      path: blotPath(answer['path']),
    };
  },
};

/** What of an answer must be the same in both worlds: all of it, but for the list. */
export function withoutCommitments(route: string, told: Told): Told {
  const except = excepted[route];
  if (except === undefined || told.status !== 200) return told;
  const headers = (JSON.parse(told.headers) as [string, string][]).filter(([name]) => name !== 'etag');
  const body = told.body === '' ? '' : JSON.stringify(except(JSON.parse(told.body) as Answer));
  return { ...told, headers: JSON.stringify(headers), body };
}

const blot = 'a hash';

/** Only what is a hash is blotted out. */
const blotPath = (path: unknown): unknown[] =>
  (path as string[]).map((hash) => (/^[\w+/]{43}=$/.test(hash) ? blot : hash));

/** The root, and the signature over it; origin, size and key stay. */
function blotNote(note: unknown): string {
  const { text, signatures } = readNote(String(note)) ?? { text: '', signatures: [] };
  const [origin, size, root, ...more] = text.split('\n');
  const lines = signatures.map(({ name, bytes }) => signatureLine(name, bytes.subarray(0, 4)));
  return [origin, size, ...blotPath([root]), ...more, ...lines].join('\n');
}
