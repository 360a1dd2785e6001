/** Sends a file to a cell as it is read, however large: no part that buffers or times out stands between. */
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { importReport } from '@entente/contract/import';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { receiptHeader } from '@entente/contract/ledger';
import { problem } from '@entente/contract/problem';
import { Failure } from '@entente/core/failure';
import type { IncomingMessage } from 'node:http';
import { keepReceipts } from './ledger/keeping.ts';
import type { Profile } from './profile.ts';

export type ImportReport = AnswerOf<Operations['importFile']>;

/** What the route asks: name, format, label (JSON), strict, dryRun. */
export type ImportQuery = Readonly<Record<string, string | undefined>>;

/**
 * Puts a file in.
 * @param length in bytes, where it is known
 * @throws Failure as the cell has it; `unavailable` where it cannot be reached or breaks off
 */
export async function uploadFile(
  { url, token }: Profile,
  query: ImportQuery,
  source: AsyncIterable<Uint8Array>,
  length: number | undefined,
): Promise<ImportReport> {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  const address = new URL(
    `${url}/api/v1/imports?${new URLSearchParams(given as [string, string][]).toString()}`,
  );
  const send = address.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/octet-stream',
    ...(length === undefined ? {} : { 'content-length': String(length) }),
  };
  const outgoing = send(address, { method: 'POST', headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on('response', resolve).on('error', reject);
  });
  // A cell that refuses answers before the file is through, and then closes: its answer counts.
  const sent = pipeline(source, outgoing).catch((error: unknown) => {
    if (error instanceof Failure) throw error;
  });
  const response = await Promise.race([answered, sent.then(() => answered)]).catch((error: Error) => {
    if (error instanceof Failure) throw error;
    throw new Failure(
      'unavailable',
      `The cell at ${address.origin} cannot be reached, or broke off: ${error.message}.`,
      error,
    );
  });
  await keepReceipts(url, response.headers[receiptHeader]?.toString());
  return reportIn(response);
}

async function reportIn(response: IncomingMessage): Promise<ImportReport> {
  let text = '';
  for await (const piece of response.setEncoding('utf8')) text += String(piece);
  const value = parsed(text);
  if (response.statusCode === 200) return importReport.parse(value);
  const refusal = problem.safeParse(value);
  if (!refusal.success) {
    throw new Failure('unavailable', `The server answered ${response.statusCode}, which no cell does.`);
  }
  const { code, detail, title, errors = [] } = refusal.data;
  throw new Failure(
    code,
    [detail ?? title, ...errors.map(({ path, message }) => `${path}: ${message}.`)].join(' '),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what is no JSON is no answer of a cell, and is said so
  }
}
