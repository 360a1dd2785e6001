/** Writes new contributions with everything that hangs on them, in bulk. */
import type { Cnf } from '@entente/core/release/gate';
import type { Change } from '../change/change.ts';
import { copyRows, type Cell } from '../database/copy.ts';
import { internGates } from '../gate/intern.ts';
import { Linker } from './linker.ts';
import type { Ground, Node } from './node.ts';
import type { Puttable } from './puttable.ts';
import { noteOpenings, openingsOf, referenceKey } from './reference.ts';
import { linkerOf, type Surroundings } from './surroundings.ts';
import { touch } from './touch.ts';

export interface NewContribution {
  prepared: Puttable;
  version: number;
  holding: number;
  /** Label id under which it is put in. */
  stated: number;
  /** Label ids of its portions. */
  portions: readonly number[];
  /** Owners whose consent it waits for. */
  held: readonly string[] | null;
  /** Set where its references are open to whoever has it, as in what the hub itself tells. */
  isOpen?: true;
}

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
  /** What opens each of its references, in their order. */
  openings: readonly Cnf[];
  plain: Cnf;
  words: readonly Cnf[];
}

/** Writes the contributions in their order; the order of their ids is the order of the input. */
export async function writeContributions(
  change: Change,
  surroundings: Surroundings,
  fresh: readonly NewContribution[],
): Promise<Written> {
  const { contributor, foreign } = surroundings;
  if (fresh.length === 0) return { contributor, nodes: [], linker: new Linker(change.client) };
  const linker = await linkerOf(change, surroundings);
  const first = await takeIds(change, fresh.length);
  const nodes = fresh.map((one, index) => freshNode(one, first + index, contributor, foreign));
  for (const node of nodes) linker.put(node);
  const linked = nodes.map((node, index) => link(linker, node, fresh[index] as NewContribution));
  const ids = await internGates(change, contributor, gatesOf(linked));
  const gateId = (gate: Cnf): number => ids.get(linker.gates.print(gate)) as number;
  const lists = linked.map(({ openings }) => openingsOf(openings, gateId));
  await noteOpenings(change.client, lists);
  await writeRows(change, contributor, linked, lists, gateId);
  await writeHangers(change, contributor, linked, gateId);
  await markRevised(change, contributor, linker, nodes);
  return { contributor, nodes, linker };
}

function gatesOf(linked: readonly Linked[]): Set<Cnf> {
  const gates = new Set<Cnf>();
  for (const { gate, openings, plain, words, node } of linked) {
    gates.add(gate).add(plain);
    for (const opening of openings) gates.add(opening);
    for (const seen of words) gates.add(seen);
    for (const label of node.portions) gates.add(portionGate(label));
  }
  return gates;
}

const portionGate = (label: number): Cnf => [[`l${label}`]];

function freshNode(
  { prepared, version, holding, portions }: NewContribution,
  id: number,
  contributor: string,
  foreign: ReadonlyMap<string, readonly Ground[]>,
): Node {
  const grounds = foreign.size === 0 ? noGrounds : groundsOf(prepared, foreign);
  const { needs } = prepared.analysis;
  const { revoked, id: object } = prepared;
  return { id, object, contributor, version, revoked, holding, needs, portions, grounds };
}

const noGrounds: ReadonlyMap<string, readonly Ground[]> = new Map();

function groundsOf(
  { analysis }: Puttable,
  foreign: ReadonlyMap<string, readonly Ground[]>,
): Map<string, readonly Ground[]> {
  const grounds = new Map<string, readonly Ground[]>();
  for (const target of analysis.references) {
    const found = foreign.get(target);
    if (found !== undefined) grounds.set(target, found);
  }
  return grounds;
}

function link(linker: Linker, node: Node, fresh: NewContribution): Linked {
  const { words, analysis } = fresh.prepared;
  const gate = linker.gate(node);
  const openings = analysis.references.map((target) =>
    fresh.isOpen === true ? gate : linker.opening(node, target),
  );
  const plain = linker.gates.allOf([gate, ...openings, ...node.portions.map(portionGate)]);
  const seen = words.map(({ parts }) =>
    linker.gates.allOf([gate, ...parts.map((part) => linker.closable(node, part))]),
  );
  return { node, fresh, gate, openings, plain, words: seen };
}

/** The first of so many ids in a row: the lock of the cell keeps others from taking any between. */
async function takeIds({ client }: Change, count: number): Promise<number> {
  const { rows } = await client.query<{ last: number }>(
    `select setval(s, nextval(s) + $1 - 1) as last from pg_get_serial_sequence('contribution', 'id') as s`,
    [count],
  );
  return (rows[0] as { last: number }).last - count + 1;
}

async function writeRows(
  change: Change,
  contributor: string,
  linked: readonly Linked[],
  lists: readonly string[],
  gateId: (gate: Cnf) => number,
): Promise<void> {
  const columns =
    'id object type version contributor holding stated gate plain change digest extended timed revoked held needs targets openings body written tlp';
  await copyRows(
    change.client,
    'contribution',
    columns.split(' '),
    linked.map(({ node, fresh, gate, plain }, index) => {
      const { prepared } = fresh;
      return [
        node.id,
        node.object,
        prepared.type,
        node.version,
        contributor,
        node.holding,
        fresh.stated,
        gateId(gate),
        gateId(plain),
        change.no,
        prepared.digest,
        prepared.extended,
        prepared.version !== undefined,
        prepared.revoked,
        fresh.held === null ? null : JSON.stringify(fresh.held),
        node.needs.length === 0 ? null : JSON.stringify(node.needs),
        prepared.analysis.references.join(' '),
        lists[index] as string,
        prepared.text,
        prepared.written,
        prepared.tlp.length === 0 ? null : prepared.tlp,
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
    ['key', 'contribution', 'contributor'],
    referenceRows(linked, contributor),
  );
  await copyRows(client, 'ground', ['contribution', 'target', 'contributor', 'exact'], groundRows(linked));
  await copyRows(
    client,
    'portion',
    ['contribution', 'index', 'gate', 'label', 'selectors', 'names', 'version'],
    linked.flatMap(({ node, fresh: { prepared } }) =>
      prepared.portions.map(({ selectors }, index) => {
        const label = node.portions[index] as number;
        const names = index === prepared.portions.length - 1 ? prepared.names : undefined;
        const named = [names?.object ?? null, names?.version ?? null];
        return [node.id, index, gateId(portionGate(label)), label, selectors, ...named];
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
        const vector = { joined: [entry.words, ` '!${gate}'`] };
        const { type } = fresh.prepared;
        // The words hold letters and digits only, so that they are a tsvector as they are. What has no time of its own has none to sort by: the hub's would tell of other versions.
        const version = fresh.prepared.version ?? 0;
        return [node.id, node.object, type, version, false, JSON.stringify(entry.parts), gate, vector];
      }),
    ),
  );
}

function* referenceRows(linked: readonly Linked[], contributor: string): Generator<Cell[]> {
  for (const { node, fresh } of linked) {
    for (const target of fresh.prepared.analysis.references) {
      yield [referenceKey(target), node.id, contributor];
    }
  }
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
      for (const { contributor, exact } of grounds) {
        yield [node.id, target, contributor, exact];
      }
    }
  }
}

/**
 * What is put in again unchanged adds the grounds that it now has.
 * @param again the contributions that are repeated
 */
export async function addGrounds(
  change: Change,
  { foreign }: Surroundings,
  again: readonly { id: number; prepared: Puttable }[],
): Promise<number[]> {
  const rows = again.flatMap(({ id, prepared }) =>
    prepared.analysis.references.flatMap((target) =>
      (foreign.get(target) ?? []).map((ground) => ({ id, target, ...ground })),
    ),
  );
  if (rows.length === 0) return [];
  const { client } = change;
  const { rows: added } = await client.query<{ contribution: number }>(
    `insert into ground (contribution, target, contributor, exact)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[])
     on conflict do nothing returning contribution`,
    [
      rows.map(({ id }) => id),
      rows.map(({ target }) => target),
      rows.map((row) => row.contributor),
      rows.map(({ exact }) => exact),
    ],
  );
  const regrounded = [...new Set(added.map(({ contribution }) => contribution))];
  // The version that one names may be open now, where the gates of its references are the same as before.
  const { rows: naming } = await client.query<{ contribution: number }>(
    'select distinct contribution from portion where contribution = any($1::bigint[]) and names is not null',
    [regrounded],
  );
  await touch(
    change,
    naming.map(({ contribution }) => contribution),
  );
  return regrounded;
}
