import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStage, type Stage } from './stage.ts';
import { readTranscripts, readWorld, type Step } from './transcript.ts';

const files = readTranscripts();

/** 12 is the affair of whoever ends TLS; the others have tests of their own in this folder. */
const elsewhere = [12, 29, 34, 61, 63];

test('every requirement of TAXII 2.1 has a transcript or a test of its own', () => {
  const played = new Set(files.flatMap((file) => file.transcripts.flatMap((one) => one.requirements)));
  const all = Array.from({ length: 74 }, (_, index) => index + 1);
  expect(all.filter((number) => !played.has(number) && !elsewhere.includes(number))).toEqual([]);
});

/** The step stands beside what is wrong, so that a failure names it. */
async function play(stage: Stage, step: Step): Promise<void> {
  const { as = 'nobody', send } = step;
  expect({ as, send, differs: await stage.differs(step) }).toEqual({ as, send, differs: [] });
}

describe.each(files)('$name', ({ begin, transcripts }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(readWorld());
    for (const step of begin) await play(stage, step);
  });
  afterAll(() => stage.server.close());

  test.each(transcripts)('$rule ($requirements)', async ({ steps }) => {
    for (const step of steps) await play(stage, step);
  });
});
