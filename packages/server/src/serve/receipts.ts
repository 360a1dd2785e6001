/** Receipts that acts are answered with, over the API and over TAXII alike (docs/ledger.md). */
import type { FastifyReply } from 'fastify';
import { receiptHeader } from '@entente/contract/ledger';
import type { Caller } from '../caller.ts';
import type { Ports } from './ports.ts';

/** Answers what the caller of a request did with receipts, whatever came of the rest of it. */
export async function addReceipts(
  { ledger }: Pick<Ports, 'ledger'>,
  caller: Caller | undefined,
  reply: FastifyReply,
): Promise<void> {
  if (caller === undefined) return;
  const receipts = await ledger.receiptsOf(caller);
  if (receipts.length === 0) return;
  const coded = receipts.map((receipt) => Buffer.from(receipt).toString('base64'));
  void reply.header(receiptHeader, coded.join(', '));
}
