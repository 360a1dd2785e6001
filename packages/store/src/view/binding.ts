/**
 * Binding: one connection reads for one reader class at one moment, in one snapshot. PostgreSQL holds to it
 * (migrations, walls); what the process remembers between reads hangs on the number of the last change.
 */
import { escapeLiteral, type Pool, type PoolClient } from 'pg';
import type { Rights } from '@entente/core/label/permits';
import { readCoalition, type Coalition } from '../coalition/rights.ts';
import type { Prepared, Queryable } from '../database/queryable.ts';
import { inSnapshot } from '../database/transaction.ts';
import type { BoundReader } from './group.ts';
import { Holdings } from './holdings.ts';

/** A statement with its values. */
export interface Question {
  readonly statement: Prepared;
  readonly values: readonly unknown[];
  /** Whether it is to be planned along the feed, as pages are. */
  readonly along: boolean;
}

/** What a bound read has at hand. */
export interface Binding {
  readonly client: Queryable;
  /** Whether its statements are planned along the feed. */
  readonly along: boolean;
  readonly reader: BoundReader;
  /** The number of the last change that the snapshot has; never leaves the hub. */
  readonly change: number;
  /** Of which run of the feeds the snapshot is: in another one the same moments are of other rows. */
  readonly epoch: string;
  readonly coalition: Coalition;
  readonly holdings: Holdings;
}

/** What is the same for all until the next change of the cell. */
interface Remembered {
  readonly version: string;
  readonly coalition: Coalition;
  readonly holdings: Holdings;
}

/**
 * Runs a read bound to one reader class and one moment; nothing in it can write.
 * @param ahead what the read is known to ask first: it travels with the binding, and the read finds its answer
 * there. To leave it out changes nothing but the time.
 */
export async function inBinding<Result>(
  pool: Pool,
  { id, at }: { id: string; at: number },
  read: (binding: Binding) => Promise<Result>,
  ahead?: Question,
): Promise<Result> {
  const along = ahead?.along === true;
  const bind = `select bind_reader(${escapeLiteral(id)}, ${Number(at)}, ${along}) as version`;
  return inSnapshot<{ version: string }, Result>(pool, bind, async (client, bound) => {
    const asked = ahead === undefined ? client : askedAhead(client, ahead);
    const { version } = await bound;
    const { coalition, holdings } = await rememberedOf(pool, client, version);
    const rights = coalition.rights.get(id) ?? nobody(id);
    const epochEnd = version.lastIndexOf(' ');
    return read({
      client: asked,
      along,
      reader: { id, at, rights, identities: coalition.identities },
      change: Number(version.slice(epochEnd + 1)),
      epoch: version.slice(0, epochEnd),
      coalition,
      holdings,
    });
  });
}

/** The rights of a reader whose member has left, or that never was. */
const nobody = (member: string): Rights => ({
  member,
  full: false,
  levels: {},
  attributes: new Set(),
  communities: new Map(),
});

const remembered = new WeakMap<Pool, Remembered>();

/** As the snapshot has it; it is read again after each change of the cell alone. */
async function rememberedOf(pool: Pool, client: PoolClient, version: string): Promise<Remembered> {
  const known = remembered.get(pool);
  if (known?.version === version) return known;
  const fresh = { version, coalition: await readCoalition(client), holdings: new Holdings() };
  remembered.set(pool, fresh);
  return fresh;
}

/** Sends a question before it is asked; whoever asks it is given that answer. */
function askedAhead(client: PoolClient, ahead: Question): Queryable {
  const answer = client.query(ahead.statement, [...ahead.values]);
  answer.catch(() => undefined); // told to whoever asks; where nobody does, the transaction ends all the same
  return {
    query: (statement, values = []) => {
      const isAhead =
        statement === ahead.statement && values.every((value, index) => value === ahead.values[index]);
      const given = isAhead ? answer : client.query(statement as Prepared, [...values]);
      return given as Promise<never>;
    },
  };
}
