/** The client of a measurement, in a thread of its own so that its work does not count as the server's. */
import { Agent, request } from 'node:http';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** One request; the client sends them one after another. */
export interface Call {
  url: string;
  member: string;
  /** A POST where it is there. */
  body?: string;
  /** Follows `next` of a TAXII envelope to the end, and counts it all as one call. */
  follow?: boolean;
}

export interface Answered {
  milliseconds: number;
  status: number;
  bytes: number;
  /** Requests that it took. */
  requests: number;
}

export interface Client {
  /** Sends the calls one after another. Throws where an answer is an error. */
  run(calls: readonly Call[]): Promise<Answered[]>;
  close(): Promise<void>;
}

export function openClient(): Client {
  const worker = new Worker(new URL(import.meta.url), { execArgv: process.execArgv });
  return {
    run: (calls) =>
      new Promise((resolve, reject) => {
        worker.once('message', (answer: Answered[] | string) =>
          typeof answer === 'string' ? reject(new Error(answer)) : resolve(answer),
        );
        worker.postMessage(calls);
      }),
    close: async () => void (await worker.terminate()),
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function send({
  url,
  member,
  body,
}: Call): Promise<{ status: number; bytes: number; next: string | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${member}`,
          ...(body === undefined ? {} : { 'content-type': 'application/taxii+json;version=2.1' }),
        },
      },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', reject);
        answer.on('end', () => {
          const whole = Buffer.concat(pieces);
          const status = answer.statusCode ?? 0;
          if (status >= 400) reject(new Error(`${status} ${url}: ${whole.subarray(0, 300).toString()}`));
          else resolve({ status, bytes: whole.length, next: nextOf(whole) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** `next` stands before or behind the objects, never deep inside them. */
function nextOf(envelope: Buffer): string | undefined {
  const ends = `${envelope.subarray(0, 2000).toString()} ${envelope.subarray(-2000).toString()}`;
  return /"more":\s*true/.test(ends) ? /"next":\s*"([^"]+)"/.exec(ends)?.[1] : undefined;
}

async function answer(call: Call): Promise<Answered> {
  const began = performance.now();
  const total: Answered = { milliseconds: 0, status: 0, bytes: 0, requests: 0 };
  for (let url: string | undefined = call.url; url !== undefined;) {
    const { status, bytes, next } = await send({ ...call, url });
    total.status = status;
    total.bytes += bytes;
    total.requests += 1;
    const follows = call.follow === true && next !== undefined;
    url = follows ? `${call.url}&next=${encodeURIComponent(next)}` : undefined;
  }
  return { ...total, milliseconds: performance.now() - began };
}

async function answerAll(calls: readonly Call[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const call of calls) answers.push(await answer(call));
  return answers;
}

if (!isMainThread) {
  parentPort?.on('message', (calls: readonly Call[]) => {
    answerAll(calls).then(
      (answers) => parentPort?.postMessage(answers),
      (error: Error) => parentPort?.postMessage(error.message),
    );
  });
}
