/** Writes new contributions with everything that hangs on them, in bulk. */
import { allOf, printGate, type Cnf } from '@entente/core/release/gate';
import type { Prepared } from '@entente/core/release/prepare';
import type { Change } from '../change/change.ts';
import { copyRows } from '../database/copy.ts';
import { internGates } from '../gate/intern.ts';
import { groundsByTarget, Linker, type Ground, type Node } from './linker.ts';
import type { PutOptions } from './put.ts';

export interface NewContribution {
  prepared: Prepared;
  version: number;
  holding: number;
  /** Label id under which it is put in. */
  stated: number;
  /** Label ids of its portions. */
  portions: readonly number[];
  /** Owners whose consent it waits for. */
  held: readonly string[] | null;
}

type TargetGround = Ground & { target: string };

/** What has been written, for those who hang on it. */
export interface Written {
  contributor: string;
  nodes: readonly Node[];
  linker: Linker;
}

/** A contribution with the gates that were found for it. */
interface Linked {
  node: Node;
  fresh: NewContribution;
  gate: Cnf;
  openings: Map<string, Cnf>;
  plain: Cnf;
  words: Cnf[];
}

/** Writes the contributions in their order; the order of their ids is the order of the input. */
export async function writeContributions(
  change: Change,
  { contributor }: PutOptions,
  fresh: readonly NewContribution[],
): Promise<Written> {
  const linker = new Linker(change.client);
  if (fresh.length === 0) return { contributor, nodes: [], linker };
  const targets = fresh.flatMap(({ prepared }) => prepared.analysis.references);
  const grounds = await readForeignGrounds(change, contributor, targets);
  const ids = await takeIds(change, fresh.length);
  await linker.load([...targets, ...fresh.map(({ prepared }) => prepared.object.id)]);
  const nodes = fresh.map((one, index) => nodeOf(one, ids[index] as number, contributor, grounds));
  for (const node of nodes) linker.put(node);
  const linked = nodes.map((node, index) => link(linker, node, fresh[index] as NewContribution));
  const gates = await internGates(change, contributor, linked.flatMap(allGates));
  const gateId = (gate: Cnf): number => gates.get(printGate(gate)) as number;
  await writeRows(change, contributor, linked, gateId);
  await writeHangers(change, contributor, linked, gateId);
  await markRevised(change, contributor, linker, nodes);
  return { contributor, nodes, linker };
}

const allGates = ({ gate, openings, plain, words, node }: Linked): Cnf[] => [
  gate,
  plain,
  ...openings.values(),
  ...words,
  ...node.portions.map((label): Cnf => [[`l${label}`]]),
];

function nodeOf(
  { prepared, version, holding, portions }: NewContribution,
  id: number,
  contributor: string,
  foreign: ReadonlyMap<string, readonly Ground[]>,
): Node {
  const grounds = prepared.analysis.references.flatMap((target) =>
    (foreign.get(target) ?? []).map((ground) => ({ target, ...ground })),
  );
  const { needs } = prepared.analysis;
  return {
    id,
    object: prepared.object.id,
    contributor,
    version,
    revoked: prepared.revoked,
    holding,
    needs,
    portions,
    grounds: groundsByTarget(grounds),
  };
}

function link(linker: Linker, node: Node, fresh: NewContribution): Linked {
  const { references } = fresh.prepared.analysis;
  const gate = linker.gate(node);
  const openings = new Map(references.map((target) => [target, linker.opening(node, target)]));
  const portions = node.portions.map((label): Cnf => [[`l${label}`]]);
  const words = fresh.prepared.words.map(({ parts }) =>
    allOf([gate, ...parts.map((part) => linker.closable(node, part))]),
  );
  return { node, fresh, gate, openings, plain: allOf([gate, ...openings.values(), ...portions]), words };
}

async function takeIds({ client }: Change, count: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('contribution', 'id')) as id from generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ id }) => id);
}

/** Others' contributions of the targets that are in the contributor's view now, by target. */
export async function readForeignGrounds(
  { client, at }: Change,
  contributor: string,
  targets: readonly string[],
): Promise<Map<string, Ground[]>> {
  const { rows } = await client.query<TargetGround>(
    `select c.object as target, c.contributor, c.version, c.id as exact from contribution c
     join verdict v on v.reader = $1 and v.gate = c.gate and v.until > $3
     where c.object = any($2::text[]) and c.contributor <> $1`,
    [contributor, [...new Set(targets)], at],
  );
  return groundsByTarget(rows);
}

async function writeRows(
  change: Change,
  contributor: string,
  linked: readonly Linked[],
  gateId: (gate: Cnf) => number,
): Promise<void> {
  const identity = change.coalition.members.get(contributor)?.identity;
  const columns =
    'id object type version contributor holding stated gate plain change digest splice creator timed revoked held needs body';
  await copyRows(
    change.client,
    'contribution',
    columns.split(' '),
    linked.map(({ node, fresh, gate, plain }) => {
      const { prepared } = fresh;
      return [
        node.id,
        node.object,
        prepared.object.type,
        node.version,
        contributor,
        node.holding,
        fresh.stated,
        gateId(gate),
        gateId(plain),
        change.no,
        prepared.digest,
        prepared.splice,
        prepared.createdBy !== undefined && prepared.createdBy === identity ? identity : null,
        prepared.version !== undefined,
        prepared.revoked,
        fresh.held === null ? null : JSON.stringify(fresh.held),
        node.needs.length === 0 ? null : JSON.stringify(node.needs),
        prepared.text,
      ];
    }),
  );
}

async function writeHangers(
  { client }: Change,
  contributor: string,
  linked: readonly Linked[],
  gateId: (gate: Cnf) => number,
): Promise<void> {
  await copyRows(
    client,
    'reference',
    ['contribution', 'target', 'contributor', 'gate'],
    linked.flatMap(({ node, openings }) =>
      [...openings].map(([target, gate]) => [node.id, target, contributor, gateId(gate)]),
    ),
  );
  await copyRows(
    client,
    'ground',
    ['contribution', 'target', 'contributor', 'version', 'exact'],
    groundRows(linked),
  );
  await copyRows(
    client,
    'portion',
    ['contribution', 'index', 'gate', 'label', 'selectors'],
    linked.flatMap(({ node, fresh }) =>
      fresh.prepared.portions.map(({ selectors }, index) => {
        const label = node.portions[index] as number;
        return [node.id, index, gateId([[`l${label}`]]), label, selectors];
      }),
    ),
  );
  await copyRows(
    client,
    'search',
    ['contribution', 'object', 'type', 'version', 'revises', 'parts', 'gate', 'words'],
    linked.flatMap(({ node, fresh, words }) =>
      fresh.prepared.words.map((entry, index) => {
        const gate = gateId(words[index] as Cnf);
        const vector = vectorOf([...entry.words, `!${gate}`]);
        const { type } = fresh.prepared.object;
        // What has no time of its own has none to sort by: the hub's would tell of other versions.
        const version = fresh.prepared.version ?? 0;
        return [node.id, node.object, type, version, false, JSON.stringify(entry.parts), gate, vector];
      }),
    ),
  );
}

/** Marks the words of objects of which the contributor now has several versions. */
async function markRevised(
  { client }: Change,
  contributor: string,
  linker: Linker,
  nodes: readonly Node[],
): Promise<void> {
  const several = nodes.filter(
    (node) => linker.of(node.object).filter((one) => one.contributor === contributor).length > 1,
  );
  if (several.length === 0) return;
  await client.query(
    `update search s set revises = true from contribution c
     where s.contribution = c.id and not s.revises and c.contributor = $1 and c.object = any($2::text[])`,
    [contributor, several.map(({ object }) => object)],
  );
}

function* groundRows(linked: readonly Linked[]): Generator<(string | number)[]> {
  for (const { node } of linked) {
    for (const [target, grounds] of node.grounds) {
      for (const { contributor, version, exact } of grounds) {
        yield [node.id, target, contributor, version, exact];
      }
    }
  }
}

/** Words as PostgreSQL reads a tsvector; they hold letters and digits only, so nothing needs a quote inside. */
const vectorOf = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');

/**
 * What is put in again unchanged adds the grounds that it now has.
 * @param again the contributions that are repeated
 */
export async function addGrounds(
  change: Change,
  contributor: string,
  again: readonly { id: number; prepared: Prepared }[],
): Promise<number[]> {
  const targets = again.flatMap(({ prepared }) => prepared.analysis.references);
  if (targets.length === 0) return [];
  const foreign = await readForeignGrounds(change, contributor, targets);
  const rows = again.flatMap(({ id, prepared }) =>
    prepared.analysis.references.flatMap((target) =>
      (foreign.get(target) ?? []).map((ground) => ({ id, target, ...ground })),
    ),
  );
  if (rows.length === 0) return [];
  const { rows: added } = await change.client.query<{ contribution: number }>(
    `insert into ground (contribution, target, contributor, version, exact)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[])
     on conflict do nothing returning contribution`,
    [
      rows.map(({ id }) => id),
      rows.map(({ target }) => target),
      rows.map((row) => row.contributor),
      rows.map(({ version }) => version),
      rows.map(({ exact }) => exact),
    ],
  );
  return [...new Set(added.map(({ contribution }) => contribution))];
}
