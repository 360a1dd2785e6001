/**
 * What changes in the view, as it happens: server-sent events from the reader's feed. The id of each event
 * is a sealed cursor; whoever gives it back goes on without loss. That the inbox of the account changed is told as well.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { feedOperations, type FeedEventBody } from '@entente/contract/feed';
import { Failure } from '@entente/core/failure';
import type { FeedEvent, View } from '@entente/store/view/reader';
import type { Caller } from '../../../caller.ts';
import { recordStretch } from '../../given.ts';
import type { Ports } from '../../ports.ts';
import { credentialsOf, standing } from '../../standing.ts';
import { contributorOf, isTimed } from './entry.ts';
import { Pulse } from './pulse.ts';
import { timeText } from '../time.ts';
import { stream } from '../route.ts';

const operation = feedOperations.events;
/** Events of one read. */
const pageLength = 200;
/** Milliseconds between signs of life, counted from the beginning of the stream. */
const heartbeat = 15_000;
const mostPerAccount = 20;

export function eventRoutes(api: FastifyInstance, ports: Ports): void {
  const closing = new AbortController();
  const listening = new Map<string, number>();
  api.addHook('preClose', (done) => {
    closing.abort();
    done();
  });
  stream(api, operation, async ({ caller, query, request, reply }) => {
    const open = listening.get(caller.account) ?? 0;
    if (open >= mostPerAccount) throw new Failure('too-many', 'This account listens in too many places.');
    const bound = JSON.stringify(['api', caller.reader, 'events']);
    const start = await beginning(ports, caller, bound, cursorOf(request, query.cursor), query.from);
    const ended = new AbortController();
    reply.raw.once('close', () => ended.abort());
    void reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no');
    const signal = AbortSignal.any([ended.signal, closing.signal]);
    const listener = new Listener(ports, caller, request, bound, signal);
    return Readable.from(
      counted(listener.listen(start), (step) => {
        listening.set(caller.account, (listening.get(caller.account) ?? 0) + step);
      }),
    );
  });
}

const cursorOf = ({ headers }: FastifyRequest, asked: string | undefined): string | undefined => {
  const last = headers['last-event-id'];
  return typeof last === 'string' && last !== '' ? last : asked;
};

async function beginning(
  ports: Ports,
  caller: Caller,
  bound: string,
  cursor: string | undefined,
  from: 'now' | 'start',
): Promise<number> {
  if (cursor === undefined) return from === 'start' ? 0 : ports.view(caller, (view) => view.lastEvent());
  const position = ports.cursors.open(cursor, bound);
  if (typeof position !== 'number')
    throw new Failure('invalid', 'This cursor was not given for these events.');
  return position;
}

async function* counted(
  events: AsyncGenerator<string>,
  count: (step: 1 | -1) => void,
): AsyncGenerator<string> {
  count(1);
  try {
    yield* events;
  } finally {
    count(-1);
  }
}

class Listener {
  private readonly ports: Ports;
  private readonly caller: Caller;
  private readonly request: FastifyRequest;
  private readonly bound: string;
  private readonly signal: AbortSignal;

  constructor(ports: Ports, caller: Caller, request: FastifyRequest, bound: string, signal: AbortSignal) {
    this.ports = ports;
    this.caller = caller;
    this.request = request;
    this.bound = bound;
    this.signal = signal;
  }

  /**
   * Texts of the stream. The next page is read when the client has taken the one before. Changes that bring the reader
   * nothing show in nothing: heartbeats have their own clock, and whoever may listen no longer is told so with a beat.
   */
  async *listen(start: number): AsyncGenerator<string> {
    yield `retry: 3000\n${this.text('ready', start, {})}`;
    let inbox = await this.inbox(this.caller);
    const pulse = new Pulse(heartbeat, (listener) => this.ports.onFeed(listener), this.signal);
    try {
      for (let position = start; !this.signal.aborted; await pulse.next()) {
        const [isChanged, isBeat] = [pulse.takeChange(), pulse.takeBeat()];
        const events = isChanged ? await this.read(position) : [];
        if (events.length > 0) {
          // There may be more of them.
          pulse.note();
          position = events.at(-1)?.at ?? position;
          yield events.map(({ kind, at, body }) => this.text(kind, at, body)).join('');
        }
        const caller = await this.standing();
        const now = caller && (await this.inbox(caller));
        if (now !== undefined && now !== inbox) yield this.text('inbox', position, JSON.parse(now) as object);
        inbox = now ?? inbox;
        if (!isBeat) continue;
        if (caller === undefined) return;
        yield ': still here\n\n';
      }
    } finally {
      pulse.end();
    }
  }

  /** What came behind a position; nothing where the caller may listen no longer. */
  private async read(position: number) {
    const { ports } = this;
    const caller = await this.standing();
    if (caller === undefined) return [];
    return ports.view(caller, async (view) => {
      const page = await view.events(position, pageLength);
      recordStretch(ports, caller, view, { route: 'events' }, page.flatMap(releasedIn));
      return page.map((event) => ({ ...event, body: bodyOf(event, view) }));
    });
  }

  /** How many messages the account has not read, and how many wait, as JSON. */
  private async inbox(caller: Caller): Promise<string> {
    return JSON.stringify(await this.ports.inbox.count(caller));
  }

  private text(kind: string, at: number, body: object): string {
    const id = this.ports.cursors.seal(at, this.bound);
    return `event: ${kind}\nid: ${id}\ndata: ${JSON.stringify(body)}\n\n`;
  }

  private standing(): Promise<Caller | undefined> {
    return standing(this.ports, credentialsOf(this.request), this.caller, operation.scope);
  }
}

/** What a removal tells of was given before. */
const releasedIn = ({ object, version, at, contribution }: FeedEvent) =>
  contribution === null ? [] : [{ object, version, timed: isTimed(object), added: at, contribution }];

/** Of what is not timed, the version is a date in the feed, which has gone with what was removed. */
function bodyOf(event: FeedEvent, view: View): FeedEventBody {
  const { kind, object, at, version } = event;
  return {
    kind,
    object,
    contributor: contributorOf(event, view),
    at: timeText(at),
    version: isTimed(object) ? timeText(version) : kind === 'released' ? timeText(at) : null,
  };
}
