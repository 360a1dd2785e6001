/** What members are told of the ledger: the top log all of them, its own log each, openings its auditors, receipts. */
import { signCheckpoint } from '@entente/core/ledger/checkpoint';
import { toBase64 } from '@entente/core/ledger/base64';
import { actText, readText, textLeaf } from '@entente/core/ledger/commitment';
import { keyOf, writeKey } from '@entente/core/ledger/note';
import { longestDelay, signReceipt } from '@entente/core/ledger/receipt';
import { slotTree, writePath } from '@entente/core/ledger/slots';
import { Failure } from '@entente/core/failure';
import { inTransaction } from '@entente/store/database/transaction';
import type { Queryable } from '@entente/store/database/queryable';
import * as reader from '@entente/store/ledger/reader';
import { slotCommitments, slotSalt } from '@entente/store/ledger/slot';
import { isAuditor, isWhole, requireAuditor, requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { ledgerKeysOf } from '../ledger/keys.ts';

/** Where one's own log stands in the top log. Hashes are base 64. */
export interface Standing {
  checkpoint: string;
  tick: { at: number; slots: number };
  slot: { place: number; salt: string; path: string[] };
  /** From the tick to the checkpoint. */
  path: string[];
  member: string;
  size: number;
  root: string;
}

export interface OpenedLeaf {
  place: number;
  leaf: string;
  source: 'act' | 'read' | null;
  salt: string | null;
  content: string | null;
  erased: string | null;
}

export interface GivenReceipt {
  act: string;
  kind: string;
  /** Microseconds. */
  at: number;
  receipt: string;
  /** Its place in the log, where it has one; to an account that sees less than its member, none is told. */
  place: number | null;
}

interface Range {
  from: number;
  limit: number;
}

export interface LedgerActs {
  /** The hub's public key, as text. */
  key(): string;
  checkpoint(): Promise<{ checkpoint: string; size: number }>;
  consistency(first: number, second: number): Promise<string[]>;
  /** @throws Failure `forbidden` where the account sees less than its member; so do all below but receipts */
  standing(caller: Caller): Promise<Standing>;
  logConsistency(caller: Caller, first: number, second: number): Promise<string[]>;
  inclusion(caller: Caller, place: number, size: number): Promise<{ leaf: string; path: string[] }>;
  leaves(caller: Caller, range: Range): Promise<string[]>;
  /** @throws Failure `forbidden` unless the caller is an auditor who sees all that its member sees */
  openings(caller: Caller, range: Range): Promise<OpenedLeaf[]>;
  /** Receipts of the caller's own acts, newest first. */
  receipts(
    caller: Caller,
    page: { before: { at: number; id: string } | undefined; limit: number },
  ): Promise<GivenReceipt[]>;
  /** @throws Failure `not-found` where it is no act of the caller's, nor of its member where it is an auditor */
  receipt(caller: Caller, act: string): Promise<GivenReceipt>;
  /** A caller of whose acts receipts are wanted: of one request. */
  follow(caller: Caller): Caller;
  /** Receipts of what a followed caller did. */
  receiptsOf(caller: Caller): Promise<string[]>;
}

export function ledgerActs(cell: Cell): LedgerActs {
  const { signer, slots: slotKey } = ledgerKeysOf(cell.keys);
  const pool = cell.database.writer;
  const key = writeKey(keyOf(signer));
  const snapshot = <Result>(work: (client: Queryable) => Promise<Result>): Promise<Result> =>
    inTransaction(pool, work, { isolation: 'repeatable read', readOnly: true });
  const signed = async (client: Queryable, size: number): Promise<string> =>
    signCheckpoint({ size, root: await reader.readRoot(client, reader.topLog, size) }, signer);
  const given = ({ content, salt, place, leaf }: reader.ActInLog): GivenReceipt => {
    const { id: act, member, kind, at } = content;
    const hash = leaf ?? textLeaf(salt, actText(content));
    return {
      act,
      kind,
      at,
      place,
      receipt: signReceipt({ act, member, leaf: hash, by: at + longestDelay }, signer),
    };
  };
  /** Two places tell how much the member does in between. */
  const givenTo = (caller: Caller, found: reader.ActInLog): GivenReceipt => {
    const receipt = given(found);
    return isWhole(caller) ? receipt : { ...receipt, place: null };
  };
  return {
    key: () => key,

    checkpoint: () =>
      snapshot(async (client) => {
        const size = await reader.readTopSize(client);
        return { checkpoint: await signed(client, size), size };
      }),

    consistency: async (first, second) => {
      requireWithin(first, second, await reader.readTopSize(pool));
      return writePath(await reader.readConsistency(pool, reader.topLog, first, second));
    },

    standing: (caller) => {
      requireWhole(caller);
      return snapshot(async (client) => {
        const tick = await reader.readLastTick(client);
        const own = tick?.logs.find(({ log }) => log === caller.member);
        if (tick === undefined || own === undefined) throw notYet();
        const { path } = slotTree(slotCommitments(slotKey, tick.size, tick.slots, tick.logs));
        return {
          checkpoint: await signed(client, tick.size),
          tick: { at: tick.at, slots: tick.slots },
          slot: {
            place: own.slot,
            salt: toBase64(slotSalt(slotKey, tick.size, own.slot)),
            path: writePath(path(own.slot)),
          },
          path: writePath(await reader.readInclusion(client, reader.topLog, tick.size - 1, tick.size)),
          member: own.log,
          size: own.size,
          root: toBase64(own.root),
        };
      });
    },

    logConsistency: async (caller, first, second) => {
      requireWhole(caller);
      requireWithin(first, second, await reader.readToldSize(pool, caller.member));
      return writePath(await reader.readConsistency(pool, caller.member, first, second));
    },

    inclusion: async (caller, place, size) => {
      requireWhole(caller);
      requireWithin(place + 1, size, await reader.readToldSize(pool, caller.member));
      const [leaf] = await reader.readLeaves(pool, caller.member, {
        from: place,
        before: place + 1,
        limit: 1,
      });
      if (leaf === undefined) throw new Failure('incident', 'The ledger lacks a leaf that it had.');
      return {
        leaf: toBase64(leaf.hash),
        path: writePath(await reader.readInclusion(pool, caller.member, place, size)),
      };
    },

    leaves: async (caller, { from, limit }) => {
      requireWhole(caller);
      const before = await reader.readToldSize(pool, caller.member);
      const leaves = await reader.readLeaves(pool, caller.member, { from, before, limit });
      return leaves.map(({ hash }) => toBase64(hash));
    },

    openings: (caller, { from, limit }) => {
      requireAuditor(caller);
      return snapshot(async (client) => {
        const told = await reader.readToldSize(client, caller.member);
        const before = Math.min(told, from + limit);
        const leaves = await reader.readLeaves(client, caller.member, { from, before, limit });
        const opened = await reader.readOpenings(client, caller.member, from, before);
        const byPlace = new Map(opened.map((opening) => [opening.place, opening]));
        return leaves.map(({ place, hash }) => openedLeaf(place, toBase64(hash), byPlace.get(place)));
      });
    },

    receipts: async (caller, page) =>
      (await reader.listActs(pool, caller.account, page)).map((found) => givenTo(caller, found)),

    receipt: async (caller, act) => {
      const [found] = await reader.readActs(pool, [act]);
      const isOwn = found?.content.member === caller.member;
      if (found === undefined || !isOwn || !(found.content.actor === caller.account || isAuditor(caller))) {
        throw new Failure('not-found', 'There is no such act of this account.');
      }
      return givenTo(caller, found);
    },

    follow: (caller) => cell.follow(caller),

    receiptsOf: async (caller) => {
      const acts = cell.actsOf(caller);
      if (acts.length === 0) return [];
      return (await reader.readActs(pool, acts)).map((act) => given(act).receipt);
    },
  };
}

function openedLeaf(place: number, leaf: string, opening: reader.Opening | undefined): OpenedLeaf {
  if (opening === undefined) return { place, leaf, source: null, salt: null, content: null, erased: null };
  const { source, erased, salt } = opening;
  if (erased !== null) return { place, leaf, source, salt: null, content: null, erased };
  const content = opening.source === 'act' ? actText(opening.content) : readText(opening.content);
  return { place, leaf, source, salt, content, erased };
}

function requireWithin(first: number, second: number, size: number): void {
  if (first <= second && second <= size) return;
  throw new Failure('invalid', `Give sizes in their order, up to ${size}, which the log has now.`);
}

const notYet = (): Failure =>
  new Failure('not-found', 'The ledger has not come to your member yet. Ask again in some minutes.');
