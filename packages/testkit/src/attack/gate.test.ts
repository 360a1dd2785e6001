/** Hidden contributions that would make what opens a reference long. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import { alba, borea, corda, json, releasedTo, startScene, stix, type Scene } from '../api/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

const post = async (member: string, ...objects: JsonObject[]): Promise<void> => {
  scene.step();
  const { body } = await scene.post(member, '/api/v1/contributions', { objects });
  expect(body).not.toContain('rejected');
};
const idOf = (type: string, number: number, run: number): string =>
  `${type}--${run}${String(number).padStart(7, '0')}-0000-4000-8000-000000000000`;

const toBorea = { extensions: releasedTo(borea) };

/** A relationship of one run of this file, in the version of the given day of 2017. */
const linkOf = (run: number, number: number, day: string, parts: JsonObject): JsonObject => ({
  ...stix(idOf('relationship', 0, run), {
    relationship_type: 'uses',
    source_ref: idOf('malware', number, run),
    target_ref: idOf('tool', number, run),
    ...parts,
  }),
  created: '2017-04-01T00:00:00.000Z',
  modified: `2017-${day}T00:00:00.000Z`,
});

const endsOf = (run: number, number: number, source: JsonObject, target: JsonObject): JsonObject[] => [
  stix(idOf('malware', number, run), { name: 'source', is_family: false, ...source }),
  stix(idOf('tool', number, run), { name: 'target', ...target }),
];

/** Twelve versions with other ends, each of them under a label of its own. */
async function putHidden(member: string, reader: string, run: number): Promise<void> {
  for (let number = 1; number <= 12; number += 1) {
    const labelled = (part: string): JsonObject => {
      const label = { extension_type: 'property-extension', any: [[`member:${reader}`]] };
      return { extensions: { [labelExtensionId]: { ...label, handling: [`${part} ${number} ${run}`] } } };
    };
    const day = `04-${String(number + 1).padStart(2, '0')}`;
    const ends = endsOf(run, number, labelled('source'), labelled('target'));
    await post(member, ...ends, linkOf(run, number, day, labelled('link')));
  }
}

const report = (run: number): JsonObject =>
  stix(idOf('report', 0, run), {
    name: 'Links',
    published: '2017-05-01T00:00:00Z',
    object_refs: [idOf('relationship', 0, run)],
    ...toBorea,
  });

async function expectOpen(run: number): Promise<void> {
  const { body } = await scene.get(borea, `/api/v1/objects/${idOf('report', 0, run)}`);
  expect(json<{ object: JsonObject }>(body).object['object_refs']).toEqual([idOf('relationship', 0, run)]);
}

test('a reference stays open, however many versions of its target its contributor hides', async () => {
  const run = 1;
  await post(alba, ...endsOf(run, 0, toBorea, toBorea), linkOf(run, 0, '05-01', toBorea), report(run));
  await expectOpen(run);
  await putHidden(alba, corda, run);
  await expectOpen(run);
});

test('a reference is open, however many versions of its target another shows to its contributor alone', async () => {
  const run = 2;
  await post(alba, ...endsOf(run, 0, toBorea, toBorea), linkOf(run, 0, '05-01', toBorea));
  await putHidden(corda, alba, run);
  await post(alba, report(run));
  await expectOpen(run);
});

test('what a long gate is made of goes on counting: whoever loses the last way loses the reference', async () => {
  const run = 3;
  await post(alba, ...endsOf(run, 0, toBorea, toBorea), linkOf(run, 0, '05-01', toBorea), report(run));
  await putHidden(alba, corda, run);
  await expectOpen(run);
  const selection = [{ object: idOf('tool', 0, run) }];
  await scene.post(alba, '/api/v1/contributions/relabel', {
    selection,
    label: { any: [[`member:${corda}`]] },
  });
  const { body } = await scene.get(borea, `/api/v1/objects/${idOf('report', 0, run)}`);
  expect(json<{ object: JsonObject }>(body).object['object_refs']).not.toEqual([
    idOf('relationship', 0, run),
  ]);
  await scene.post(alba, '/api/v1/contributions/relabel', {
    selection,
    label: { any: [[`member:${borea}`]] },
  });
  await expectOpen(run);
});
