import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { LabelParts } from '@entente/core/label/label';
import { batchActs } from '@entente/server/acts/batches';
import { contributionActs, type ContributionActs } from '@entente/server/acts/contributions';
import { importActs, type ImportActs, type ImportOrder } from '@entente/server/acts/imports';
import { reviewActs } from '@entente/server/acts/reviews';
import { policyActs, policyReader, type PolicyActs } from '@entente/server/policy/acts';
import type { Caller } from '@entente/server/caller';
import { createCommunity, enterRoster } from '@entente/store/coalition/writer';
import { callerOf } from '../world/play.ts';
import { admitBoth, letIn, norland, startCast, sundland, type Cast } from './cast.ts';

const circle = 'cccccccc-0000-4000-8000-000000000000';
const open: LabelParts = { any: [[`member:${sundland}`]] };
const near: LabelParts = { any: [[`community:${circle}`]] };

let cast: Cast;
let policies: PolicyActs;
let contributions: ContributionActs;
let imports: ImportActs;
let analyst: Caller;
let officer: Caller;
let second: Caller;
let chief: Caller;

beforeAll(async () => {
  cast = await startCast();
  await admitBoth(cast);
  await cast.cell.act(callerOf('hub'), 'community', {}, async (change) => {
    await createCommunity(change, circle, 'Circle');
    await enterRoster(change, circle, norland);
  });
  policies = policyActs(cast.cell);
  contributions = contributionActs(cast.cell, policyReader(cast.cell));
  imports = importActs(cast.cell, policyReader(cast.cell));
  analyst = await letIn(cast, { login: 'anna@norland' });
  officer = await letIn(cast, { login: 'olav@norland', roles: ['release-officer'] });
  second = await letIn(cast, { login: 'siri@norland', roles: ['release-officer'] });
  chief = await letIn(cast, { login: 'chief@norland', roles: ['administrator'] });
});
beforeEach(async () => {
  await policies.setPolicy(chief, { ceiling: null, secondPerson: false });
  for (const { id } of await pending()) await policies.refuseProposal(second, id);
});
afterAll(() => cast.close());

function tool(label: LabelParts | undefined) {
  cast.world.at += 1_000_000;
  const id = `tool--${cast.world.uuid()}`;
  const extension = { [labelExtensionId]: { extension_type: 'property-extension', ...label } };
  const value = {
    type: 'tool',
    spec_version: '2.1',
    id,
    created: '2017-05-01T00:00:00.000Z',
    modified: '2017-05-01T00:00:00.000Z',
    name: 'Crowbar',
    ...(label === undefined ? {} : { extensions: extension }),
  };
  return { value, text: JSON.stringify(value) };
}

async function put(caller: Caller, label: LabelParts | undefined, source = 'desk') {
  const object = tool(label);
  const { answers } = await contributions.put(caller, { incoming: [object], source });
  const [answer] = answers;
  return { id: object.value.id, outcome: answer?.outcome, reason: answer?.findings[0]?.message };
}

async function sees(member: string, id: string): Promise<boolean> {
  await cast.cell.settle();
  return cast.cell.view(member, async (view) => {
    const { records } = await view.feedRecords({ limit: 1000, own: false });
    return records.some(({ object }) => object === id);
  });
}

const pending = async () => policies.listProposals(officer);

const waitingFor = async (id = '', caller = officer) =>
  (await policies.waitingFor(caller, id, undefined, 100)).map(({ object }) => object);

test('without a ceiling an analyst releases as the label says', async () => {
  const { id } = await put(analyst, open);
  expect(await sees(sundland, id)).toBe(true);
});

test('above the ceiling an analyst is refused and a release officer is not; alone is within every ceiling', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: false });
  expect(await put(analyst, open)).toMatchObject({ outcome: 'rejected' });
  expect(await put(analyst, near)).toMatchObject({ outcome: 'added' });
  const alone = await put(analyst, undefined);
  expect(alone).toMatchObject({ outcome: 'added' });
  expect(await put(analyst, { any: [[`member:${norland}`]] })).toMatchObject({ outcome: 'added' });
  await expect(contributions.relabel(analyst, [{ object: alone.id }], open)).rejects.toMatchObject({
    code: 'forbidden',
  });
  const { id } = await put(officer, open);
  expect(await sees(sundland, id)).toBe(true);
  expect(await pending()).toEqual([]);
});

test('a token of a release officer without the scope for labels does not exceed the ceiling', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: false });
  const narrow = { ...officer, scopes: new Set(['read', 'write'] as const) };
  expect(await put(narrow, open)).toMatchObject({ outcome: 'rejected' });
});

test('a second person lets out what waits under the ceiling, and nobody agrees with themselves', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  const { id, outcome } = await put(officer, open);
  expect(outcome).toBe('added');
  expect(await sees(sundland, id)).toBe(false);
  const [proposal] = await pending();
  expect(proposal).toMatchObject({ proposer: officer.account, label: open, batch: undefined });
  expect(await waitingFor(proposal?.id)).toEqual([id]);
  const forbidden = { code: 'forbidden' };
  await expect(policies.approveProposal(officer, proposal?.id ?? '')).rejects.toMatchObject(forbidden);
  await expect(policies.approveProposal(analyst, proposal?.id ?? '')).rejects.toMatchObject(forbidden);
  expect(await policies.approveProposal(second, proposal?.id ?? '')).toBe(1);
  expect(await sees(sundland, id)).toBe(true);
  await expect(policies.approveProposal(second, proposal?.id ?? '')).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('another member finds no proposal, neither in its list nor by its id', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  await put(analyst, open);
  const [proposal] = await pending();
  const stranger = await letIn(cast, { login: 'ivo@sundland', member: sundland, roles: ['release-officer'] });
  expect(await policies.listProposals(stranger)).toEqual([]);
  await expect(policies.approveProposal(stranger, proposal?.id ?? '')).rejects.toMatchObject({
    code: 'not-found',
  });
  await policies.refuseProposal(analyst, proposal?.id ?? '');
  expect(await pending()).toEqual([]);
});

test('an account that sees less than its member is told of no policy and no proposal, its own included', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  await put(analyst, open);
  const [own] = await pending();
  expect(own).toMatchObject({ proposer: analyst.account });
  const narrow = { ...analyst, reader: 'a class of its own' };
  const forbidden = { code: 'forbidden' };
  await expect(policies.getPolicy(narrow)).rejects.toMatchObject(forbidden);
  await expect(policies.listProposals(narrow)).rejects.toMatchObject(forbidden);
  await expect(policies.findProposal(narrow, own?.id ?? '')).rejects.toMatchObject(forbidden);
  await expect(waitingFor(own?.id, narrow)).rejects.toMatchObject(forbidden);
  await expect(policies.refuseProposal(narrow, own?.id ?? '')).rejects.toMatchObject(forbidden);
  await expect(put(narrow, open)).rejects.toMatchObject(forbidden);
});

test('what was narrowed since is not let out by an old proposal, which nothing waits for any more', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  const { id } = await put(analyst, open);
  const [proposal] = await pending();
  await contributions.relabel(officer, [{ object: id }], { any: [[`member:${norland}`]] });
  expect(await pending()).toEqual([]);
  expect(await policies.approveProposal(second, proposal?.id ?? '')).toBe(0);
  expect(await sees(sundland, id)).toBe(false);
});

test('a relabelling beyond the ceiling waits as well', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  const { id } = await put(analyst, near);
  await contributions.relabel(analyst, [{ object: id }], open);
  expect(await sees(sundland, id)).toBe(false);
  const [proposal] = await pending();
  await policies.approveProposal(second, proposal?.id ?? '');
  expect(await sees(sundland, id)).toBe(true);
});

test('whoever confirms a review leaves what waits for a second person to that person', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  const year = 365 * 86_400 * 1_000_000;
  const { id } = await put(analyst, near);
  await contributions.relabel(analyst, [{ object: id }], { ...open, review: cast.world.at + year });
  const reviews = reviewActs(cast.cell, policyReader(cast.cell));
  const order = { objects: [id], review: cast.world.at + 2 * year, reason: 'still needed' };
  expect(await reviews.confirm(officer, order)).toBe(0);
  const [proposal] = await pending();
  expect(await policies.approveProposal(second, proposal?.id ?? '')).toBe(1);
  expect(await sees(sundland, id)).toBe(true);
  await policies.setPolicy(chief, { ceiling: null, secondPerson: false });
  expect(await reviews.confirm(officer, order)).toBe(1);
});

test('release officers are told of a label that waits, until somebody has decided', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  await put(analyst, open);
  const [proposal] = await pending();
  const told = async () => {
    const { rows } = await cast.cell.database.writer.query(
      'select roles, kind, settled_at is null as waits from message where member = $1 and about = $2',
      [norland, proposal?.id],
    );
    return rows;
  };
  const message = { roles: ['release-officer'], kind: 'label-waits' };
  expect(await told()).toEqual([{ ...message, waits: true }]);
  await policies.approveProposal(second, proposal?.id ?? '');
  expect(await told()).toEqual([{ ...message, waits: false }]);
});

test('the same put in again while it waits changes nothing and proposes nothing', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  const object = tool(open);
  const command = { incoming: [object], source: 'desk' };
  await contributions.put(analyst, command);
  const before = (await pending()).length;
  const { answers } = await contributions.put(analyst, command);
  expect(answers[0]?.outcome).toBe('unchanged');
  expect((await pending()).length).toBe(before);
});

/** What an import of these objects does for a caller. */
const bringIn = async (caller: Caller, objects: { text: string }[], how: Partial<ImportOrder> = {}) => {
  cast.world.at += 1_000_000;
  const text = `[${objects.map((object) => object.text).join()}]`;
  const source = (async function* () {
    yield Buffer.from(text);
  })();
  return imports.bringIn(caller, { source, name: 'list.json', strict: false, dryRun: false, ...how });
};

test('what an import brings in beyond the ceiling is in under it, and one proposal for each label waits', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  const [first, other, within] = [tool(open), tool(open), tool(near)];
  const wider = tool({ any: [[`member:${sundland}`, `community:${circle}`]] });
  const report = await bringIn(officer, [first, other, within, wider]);
  expect(report).toMatchObject({ added: 4, rejected: 0, waiting: 3 });
  const proposals = (await pending()).sort((one, two) => two.contributions - one.contributions);
  expect(proposals.map(({ batch, contributions: count, label }) => ({ batch, count, label }))).toEqual([
    { batch: report.batch, count: 2, label: open },
    { batch: report.batch, count: 1, label: { any: [[`community:${circle}`, `member:${sundland}`]] } },
  ]);
  const [proposal, last] = proposals;
  expect(await waitingFor(proposal?.id)).toEqual([first.value.id, other.value.id]);
  for (const { value } of [first, other, within, wider]) {
    expect([await sees(norland, value.id), await sees(sundland, value.id)]).toEqual([true, false]);
  }
  expect(await policies.approveProposal(second, proposal?.id ?? '')).toBe(2);
  const seen = await Promise.all([first, other, within, wider].map(({ value }) => sees(sundland, value.id)));
  expect(seen).toEqual([true, true, false, false]);
  await policies.refuseProposal(second, last?.id ?? '');
  expect(await sees(sundland, wider.value.id)).toBe(false);
  expect(await bringIn(officer, [first, other, within, wider])).toMatchObject({ unchanged: 4, added: 0 });
  expect(await pending()).toEqual([]);
});

test('an import of which only a try was asked says how many would wait, and none does', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  expect(await bringIn(officer, [tool(open), tool(near)], { dryRun: true })).toMatchObject({
    added: 2,
    waiting: 1,
  });
  expect(await pending()).toEqual([]);
  const report = await bringIn(officer, [tool(open), tool(near)], { strict: true });
  expect(report).toMatchObject({ added: 2, waiting: 1 });
  expect(await pending()).toHaveLength(1);
});

test('a batch that is relabelled or undone while it waits is not let out', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  const [kept, undone] = [tool(open), tool(open)];
  const { batch: first } = await bringIn(officer, [kept]);
  const { batch: last } = await bringIn(officer, [undone]);
  const [one, two] = await pending();
  expect(await contributions.relabelBatch(officer, first ?? '', { any: [[`member:${norland}`]] })).toBe(
    false,
  );
  await batchActs(cast.cell).undo(officer, last ?? '');
  expect(await pending()).toEqual([]);
  expect(await policies.approveProposal(second, one?.id ?? '')).toBe(0);
  expect(await policies.approveProposal(second, two?.id ?? '')).toBe(0);
  expect(await sees(sundland, kept.value.id)).toBe(false);
});

test('a batch whose wider label was asked for later waits as a whole', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  const [one, other] = [tool(near), tool(undefined)];
  const { batch } = await bringIn(officer, [one, other]);
  expect(await contributions.relabelBatch(officer, batch ?? '', open)).toBe(true);
  const [proposal] = await pending();
  expect(proposal).toMatchObject({ batch, contributions: 2, label: open });
  expect(await policies.approveProposal(second, proposal?.id ?? '')).toBe(2);
  expect([await sees(sundland, one.value.id), await sees(sundland, other.value.id)]).toEqual([true, true]);
});

test('nobody agrees to an import that is still coming in', async () => {
  await policies.setPolicy(chief, { ceiling: near, secondPerson: true });
  const { batch } = await bringIn(officer, [tool(open)]);
  const [proposal] = await pending();
  const state = (to: string) =>
    cast.cell.database.writer.query('update batch set state = $2 where id = $1', [batch, to]);
  await state('running');
  await expect(policies.approveProposal(second, proposal?.id ?? '')).rejects.toMatchObject({
    code: 'conflict',
  });
  await state('complete');
  expect(await policies.approveProposal(second, proposal?.id ?? '')).toBe(1);
});

test('a source has the default label that its member gave it, and every other source that of the star', async () => {
  await policies.setDefault(officer, 'watch list', open);
  expect(await sees(sundland, (await put(analyst, undefined, 'watch list')).id)).toBe(true);
  expect(await sees(sundland, (await put(analyst, undefined, 'other')).id)).toBe(false);
  await policies.setDefault(officer, '*', open);
  expect(await sees(sundland, (await put(analyst, undefined, 'other')).id)).toBe(true);
  expect(await sees(sundland, (await put(analyst, undefined, 'toString')).id)).toBe(true);
  await policies.setDefault(officer, '*', null);
  await policies.setDefault(officer, 'watch list', null);
  expect(await policies.getPolicy(analyst)).toEqual({
    ceiling: undefined,
    secondPerson: false,
    defaults: {},
  });
});

test('only the administrator sets the ceiling, and none can name what the member does not know', async () => {
  const policy = { ceiling: near, secondPerson: true };
  for (const caller of [analyst, officer]) {
    await expect(policies.setPolicy(caller, policy)).rejects.toMatchObject({ code: 'forbidden' });
  }
  for (const ceiling of [{ any: [[`community:${sundland}`]] }, { handling: ['TLP:RED'] }, { all: ['x'] }]) {
    await expect(policies.setPolicy(chief, { ...policy, ceiling })).rejects.toMatchObject({
      code: 'invalid',
    });
  }
  await expect(policies.setDefault(analyst, 'desk', near)).rejects.toMatchObject({ code: 'forbidden' });
});
