/** The ledger: what members check of it for themselves (docs/ledger.md). Hashes are base 64, as in signed notes. */
import { z } from 'zod';
import { recordId, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

const size = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const hash = z.string();
const note = z.string().describe('A signed note (C2SP signed-note).');
const path = z.array(hash);

const read = { method: 'GET', tag: 'ledger', kind: 'member-data', scope: 'read' } as const;
const ofOwnLog = 'Of the log of your own member, for accounts that see all that it sees.';

const sizes = z.object({
  first: size.describe('Size of the earlier tree.'),
  second: size.describe('Size of the later one.'),
});
const proof = z.object({ path: path.describe('RFC 9162 §2.1.4.') }).meta({ title: 'LedgerProof' });

export const ledgerStanding = z
  .object({
    checkpoint: note,
    tick: z.object({ at: z.number().int().describe('Microseconds since 1970.'), slots: z.number().int() }),
    slot: z.object({ place: z.number().int(), salt: z.string(), path }),
    path: path.describe('From the tick, the last leaf of the top log, to the checkpoint.'),
    member: recordId,
    size: z.number().int().describe('Of the log of your member, as the tick has it.'),
    root: hash,
  })
  .meta({ title: 'LedgerStanding' });

export const openedLeaf = z
  .object({
    place: z.number().int(),
    leaf: hash,
    source: z.enum(['act', 'read']).nullable().describe('Null where the hub does not know what it is of.'),
    salt: z.string().nullable().describe('64 hexadecimal digits; null where it is gone.'),
    content: z.string().nullable().describe('Canonical JSON, to the byte; null where it is gone.'),
    erased: z.string().nullable().describe('The act by which the content was destroyed.'),
  })
  .meta({ title: 'OpenedLeaf' });

export const ledgerReceipt = z
  .object({
    act: z.string(),
    kind: z.string(),
    at: timestamp,
    receipt: note,
    place: z
      .number()
      .int()
      .nullable()
      .describe(
        'Of its leaf in the log; null where it is not there yet, and to an account that sees less than its member.',
      ),
  })
  .meta({ title: 'LedgerReceipt' });

/** The header in which acts are answered with receipts: notes in base 64, separated by commas. */
export const receiptHeader = 'entente-receipt';

export const ledgerOperations = {
  ledgerKey: operation({
    method: 'GET',
    path: '/ledger/key',
    tag: 'ledger',
    summary: "The hub's public key",
    description: 'A verifier key of C2SP signed-note. Compare it with the one that you were given by hand.',
    open: true,
    kind: 'no-member-data',
    answer: z.object({ key: z.string() }),
  }),
  ledgerCheckpoint: operation({
    ...read,
    path: '/ledger/checkpoint',
    summary: 'The latest checkpoint of the top log',
    description:
      'C2SP tlog-checkpoint, the same for every member: two that differ at one size are two histories.',
    answer: z.object({ checkpoint: note, size: z.number().int() }),
  }),
  ledgerConsistency: operation({
    ...read,
    path: '/ledger/consistency',
    summary: 'That the top log only grew',
    query: sizes,
    answer: proof,
  }),
  ledgerStanding: operation({
    ...read,
    path: '/ledger/standing',
    summary: "Where your member's log stands in the top log",
    description: ofOwnLog,
    answer: ledgerStanding,
  }),
  ledgerLogConsistency: operation({
    ...read,
    path: '/ledger/log/consistency',
    summary: "That your member's log only grew",
    description: ofOwnLog,
    query: sizes,
    answer: proof,
  }),
  ledgerInclusion: operation({
    ...read,
    path: '/ledger/log/inclusion',
    summary: "That a leaf is in your member's log",
    description: ofOwnLog,
    query: z.object({ place: size, size }),
    answer: z.object({ leaf: hash, path }),
  }),
  ledgerLeaves: operation({
    ...read,
    path: '/ledger/log/leaves',
    summary: "The leaves of your member's log, as the tree hashes them",
    description: ofOwnLog,
    query: z.object({
      from: size.default(0),
      limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    }),
    answer: z.object({ leaves: z.array(hash) }),
  }),
  ledgerOpenings: operation({
    ...read,
    path: '/ledger/log/openings',
    summary: "What the leaves of your member's log are of (auditor)",
    description: 'For auditors who see all that their member sees.',
    query: z.object({ from: size.default(0), limit: z.coerce.number().int().min(1).max(1000).default(200) }),
    answer: z.object({ openings: z.array(openedLeaf) }),
  }),
  ledgerReceipts: operation({
    ...read,
    path: '/ledger/receipts',
    summary: 'Receipts of your own acts, newest first',
    query: pageQuery,
    answer: pageOf(ledgerReceipt),
  }),
  ledgerReceipt: operation({
    ...read,
    path: '/ledger/receipts/{act}',
    summary: 'The receipt of an act of yours, or for auditors of their member',
    params: z.object({ act: z.string().max(200) }),
    answer: ledgerReceipt,
  }),
};
