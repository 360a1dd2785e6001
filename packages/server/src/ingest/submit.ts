/** Objects that are sent to the cell one by one: each has one answer, whatever it became on its way in. */
import type { Change } from '@entente/store/change/change';
import type { Contributor, Examined, Incoming, PutAnswer } from './examine.ts';
import { putExamined, type PutRequest } from './put.ts';
import { submissionApart } from './apart.ts';
import { slicesOf, type Submission } from './slices.ts';

/** So many objects are examined in another thread. */
const manyObjects = 100;

/**
 * Examines objects, slice by slice; before the lock of the cell is taken, where the caller can. Many are examined
 * in a thread of their own: while a slice goes in, the next ones are.
 */
export async function* examineSubmission(
  incoming: readonly Incoming[],
  contributor: Contributor,
): AsyncGenerator<Submission> {
  if (incoming.length < manyObjects) yield* slicesOf(incoming, contributor);
  else
    yield* submissionApart(
      incoming.map(({ text }) => text),
      contributor,
    );
}

/**
 * Puts examined objects in, inside the transaction of a change. What an object of STIX 2.0 becomes goes in whole
 * or, where a part of it is not valid, not at all.
 * @returns an answer for each object that was sent, in their order
 */
export async function putSubmission(
  change: Change,
  { examined, places }: Submission,
  request: PutRequest,
): Promise<PutAnswer[]> {
  const answers = await putExamined(change, withoutBroken(examined, places), request);
  return places.map(([start, end]) => answerOf(answers.slice(start, end)));
}

/** Puts slices in, one after another. */
export async function putSlices(
  change: Change,
  slices: AsyncIterable<Submission>,
  request: PutRequest,
): Promise<PutAnswer[]> {
  const answers: PutAnswer[] = [];
  for await (const submission of slices) answers.push(...(await putSubmission(change, submission, request)));
  return answers;
}

/** Leaves out what has a part that is not valid. */
function withoutBroken(examined: Examined, places: readonly [number, number][]): Examined {
  const { answers, prepared } = examined;
  const broken = new Set<number>();
  for (const [start, end] of places) {
    if (!answers.slice(start, end).some(({ outcome }) => outcome === 'rejected')) continue;
    for (let place = start; place < end; place += 1) broken.add(place);
  }
  const kept = examined.places
    .map((place, index) => ({ place, index }))
    .filter(({ place }) => !broken.has(place));
  return {
    answers,
    prepared: kept.map(({ index }) => prepared[index] as Examined['prepared'][number]),
    places: kept.map(({ place }) => place),
  };
}

/** The object that was sent is the last of what it became; what is wrong with the others is told with their ids. */
function answerOf(parts: readonly PutAnswer[]): PutAnswer {
  const own = parts.at(-1) as PutAnswer;
  const rejected = parts.filter(({ outcome }) => outcome === 'rejected');
  if (parts.length === 1 || rejected.length === 0) return own;
  const findings = rejected.flatMap((part) =>
    part === own
      ? part.findings
      : part.findings.map((finding) => ({ ...finding, path: `${part.id} ${finding.path}` })),
  );
  return { ...own, outcome: 'rejected', findings };
}
