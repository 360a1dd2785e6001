/**
 * The typed client: a method for each operation, named as in the contract. What a server refuses is thrown
 * as the Failure that it was there.
 *
 * @example
 * const client = makeClient({ url: 'https://cell.example', token });
 * const { object } = await client.object({ id: 'malware--…' });
 * for await (const entry of client.every('search', { q: 'nightjar' })) console.log(entry.object.id);
 */
import { Failure, failureCodes } from '@entente/core/failure';
import { operations, type Operations } from './operations.ts';
import type { AnswerOf, InputOf, Operation } from './operation.ts';
import { problemMedia } from './media.ts';
import type { Problem } from './problem.ts';
import { readEvents, type ReceivedEvent } from './event-stream.ts';

export interface ClientOptions {
  /** Where the cell is, with its sub-path. */
  url: string;
  token?: string | undefined;
  /** The global one where it is left out. */
  fetch?: typeof fetch | undefined;
}

type Streamed = 'events' | 'exportView' | 'importFile' | 'publishMatchingEpoch' | 'matchingSet';
/** A file as it is sent. */
type Upload = ReadableStream<Uint8Array> | Uint8Array | string;
type Method<One extends Operation> =
  Record<never, never> extends InputOf<One>
    ? (input?: InputOf<One>) => Promise<AnswerOf<One>>
    : (input: InputOf<One>) => Promise<AnswerOf<One>>;

type ItemOf<Answer> = Answer extends { items: (infer Item)[]; next?: string | undefined } ? Item : never;
type Paged = {
  [Name in keyof Operations]: Operations[Name] extends { query: { shape: { cursor: unknown } } }
    ? Name
    : never;
}[Exclude<keyof Operations, Streamed>];

export type Client = { [Name in Exclude<keyof Operations, Streamed>]: Method<Operations[Name]> } & {
  /** Puts a file in, as it is sent. */
  importFile(
    input: InputOf<Operations['importFile']>,
    file: Upload,
  ): Promise<AnswerOf<Operations['importFile']>>;
  /** Publishes an epoch with its set. */
  publishMatchingEpoch(
    input: InputOf<Operations['publishMatchingEpoch']>,
    set: Upload,
  ): Promise<AnswerOf<Operations['publishMatchingEpoch']>>;
  /** The set of an epoch as it was published. */
  matchingSet(input: InputOf<Operations['matchingSet']>): Promise<ReadableStream<Uint8Array>>;
  /** The bundle as it is written. */
  exportView(input?: InputOf<Operations['exportView']>): Promise<ReadableStream<Uint8Array>>;
  /** Events until the connection ends or `signal` is given; `cursor` of the last one leads on. */
  events(
    input?: InputOf<Operations['events']>,
    signal?: AbortSignal,
  ): AsyncGenerator<ReceivedEvent, void, undefined>;
  /** Every item of a list, page by page. */
  every<Name extends Paged>(
    name: Name,
    input: InputOf<Operations[Name]>,
  ): AsyncGenerator<ItemOf<AnswerOf<Operations[Name]>>, void, undefined>;
};

type Input = Readonly<Record<string, unknown>>;

/** Makes a client of a cell. */
export function makeClient(options: ClientOptions): Client {
  const connection = new Connection(options);
  const methods = Object.entries<Operation>(operations).map(([name, operation]) => [
    name,
    (input: Input = {}) => connection.ask(operation, input),
  ]);
  const { exportView, events, importFile, publishMatchingEpoch, matchingSet } = operations;
  const special: Pick<Client, Streamed | 'every'> = {
    importFile: async (input, file) => {
      const response = await connection.send(importFile, input, undefined, file);
      return (await jsonOf(response)) as AnswerOf<typeof importFile>;
    },
    publishMatchingEpoch: async (input, set) => {
      const response = await connection.send(publishMatchingEpoch, input, undefined, set);
      return (await jsonOf(response)) as AnswerOf<typeof publishMatchingEpoch>;
    },
    matchingSet: async (input) => bodyOf(await connection.send(matchingSet, input)),
    exportView: async (input = {}) => bodyOf(await connection.send(exportView, input)),
    async *events(input = {}, signal) {
      yield* readEvents(bodyOf(await connection.send(events, input, signal)));
    },
    every: (name, input) => connection.every(operations[name], input),
  };
  return { ...Object.fromEntries(methods), ...special } as Client;
}

function bodyOf(response: Response): ReadableStream<Uint8Array> {
  if (response.body === null) throw new Failure('unavailable', 'The server answered nothing.');
  return response.body as ReadableStream<Uint8Array>;
}

class Connection {
  private readonly url: string;
  private readonly token: string | undefined;
  private readonly fetch: typeof fetch;

  /** Browsers have `fetch` called on nothing but the window. */
  constructor({ url, token, fetch: given = fetch.bind(globalThis) }: ClientOptions) {
    this.url = `${url.replace(/\/+$/, '')}/api/v1`;
    this.token = token;
    this.fetch = given;
  }

  /** One call; the parsed answer, `undefined` where there is none. */
  async ask(operation: Operation, input: Input): Promise<unknown> {
    const response = await this.send(operation, input);
    return operation.answer === undefined ? undefined : jsonOf(response);
  }

  async *every<Item>(operation: Operation, input: Input): AsyncGenerator<Item, void, undefined> {
    for (let cursor = input['cursor']; ;) {
      const page = (await this.ask(operation, { ...input, cursor })) as { items: Item[]; next?: string };
      yield* page.items;
      if (page.next === undefined) return;
      cursor = page.next;
    }
  }

  /** @throws Failure as the server has it; `unavailable` where it cannot be reached */
  async send(operation: Operation, input: Input, signal?: AbortSignal, file?: Upload): Promise<Response> {
    const body = operation.body === undefined ? file : JSON.stringify(pick(operation.body, input));
    const type = file === undefined ? 'application/json' : 'application/octet-stream';
    const response = await this.reach(`${this.url}${pathOf(operation, input)}`, {
      method: operation.method,
      headers: {
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      // Half duplex, because a stream is sent before the answer is read.
      ...(body === undefined ? {} : { body, duplex: 'half' }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) throw await failureOf(response);
    return response;
  }

  private async reach(url: string, request: RequestInit): Promise<Response> {
    try {
      return await this.fetch(url, request);
    } catch (error) {
      if (request.signal?.aborted === true) throw error;
      throw new Failure('unavailable', `The server at ${new URL(url).origin} cannot be reached.`, error);
    }
  }
}

/** @throws Failure `unavailable` where the answer broke off on the way */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new Failure('unavailable', 'The answer of the server broke off.', error);
  }
}

async function failureOf(response: Response): Promise<Failure> {
  const isProblem = response.headers.get('content-type')?.startsWith(problemMedia) === true;
  const told = isProblem ? ((await jsonOf(response)) as Partial<Problem>) : {};
  const { code, detail, title = '', errors = [], id } = told;
  if (code === undefined || !failureCodes.includes(code)) {
    return new Failure('unavailable', `The server answered ${response.status}, which no cell does.`);
  }
  const places = errors.map(({ path, message }) => ` ${path}: ${message}.`).join('');
  return new Failure(code, `${detail ?? title}${places}${id === undefined ? '' : ` (${id})`}`, told);
}

const pick = ({ shape }: { shape: object }, input: Input): Input =>
  Object.fromEntries(Object.keys(shape).flatMap((name) => (name in input ? [[name, input[name]]] : [])));

function pathOf({ path, query }: Operation, input: Input): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  const asked = query === undefined ? {} : pick(query, input);
  const pairs = Object.entries(asked).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(
    pairs.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return text === '' ? filled : `${filled}?${text}`;
}
