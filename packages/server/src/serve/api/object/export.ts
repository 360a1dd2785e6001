/** The whole view as one STIX bundle, written as it is read. */
import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { feedOperations } from '@entente/contract/feed';
import { Failure } from '@entente/core/failure';
import type { FeedItem, View } from '@entente/store/view/reader';
import type { Caller } from '../../../caller.ts';
import { givenVersion, recordStretch, type GivenRecord } from '../../given.ts';
import type { Ports } from '../../ports.ts';
import { credentialsOf, standing } from '../../standing.ts';
import { timeText } from '../time.ts';
import { stream } from '../route.ts';

const operation = feedOperations.exportView;
/** Objects of one read: each is a transaction of its own, so that a slow client holds none open. */
const pageLength = 500;

interface Wanted {
  types: string[] | undefined;
  all: boolean;
}

export function exportRoutes(api: FastifyInstance, ports: Ports): void {
  stream(api, operation, async ({ caller, query, request, reply }) => {
    const wanted = {
      types: query.type?.split(',').filter((one) => one !== ''),
      all: query.versions === 'all',
    };
    const [header, end] = await ports.view(caller, async (view) => [
      statement(ports, caller, view),
      await view.lastEvent(),
    ]);
    void reply
      .header('content-type', operation.media)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'attachment; filename="view.json"');
    const asked = () => standing(ports, credentialsOf(request), caller, operation.scope);
    return Readable.from(new Export(ports, wanted, end, asked).bundle(header));
  });
}

/** One export: what the view had when it began, as far as the view has it still, in the form that it has by then. */
class Export {
  private readonly ports: Ports;
  private readonly wanted: Wanted;
  /** How far the feed was when it began. */
  private readonly end: number;
  /** The caller as it is now; `undefined` where it may read this view no longer. */
  private readonly standing: () => Promise<Caller | undefined>;
  /** What was given, by internal id: what moves to the end of the feed meanwhile comes by again. */
  private readonly sent = new Set<number>();

  constructor(ports: Ports, wanted: Wanted, end: number, asked: () => Promise<Caller | undefined>) {
    this.ports = ports;
    this.wanted = wanted;
    this.end = end;
    this.standing = asked;
  }

  /** @throws Failure where the caller may read no longer: the answer breaks off, and is no bundle */
  async *bundle(header: string): AsyncGenerator<string> {
    yield `{"type":"bundle","id":"bundle--${this.ports.uuid()}","objects":[${header}`;
    for (let after: number | undefined = -1; after !== undefined;) {
      const page: Page = await this.readPage(after);
      if (page.texts.length > 0) yield `,\n${page.texts.join(',\n')}`;
      after = page.next;
    }
    yield ']}\n';
  }

  private async readPage(after: number): Promise<Page> {
    const { ports } = this;
    const caller = await this.standing();
    if (caller === undefined) {
      throw new Failure('unauthenticated', 'This account may read no further: the export breaks off.');
    }
    const { types, all } = this.wanted;
    const versions = all ? { all: true, first: false, last: false, exact: [] } : undefined;
    return ports.view(caller, async (view) => {
      const page = await view.feedPage({ after, limit: pageLength, own: false, types, versions });
      const texts: string[] = [];
      const given: GivenRecord[] = [];
      for await (const items of page.slices()) {
        for (const item of await this.unsent(view, items)) {
          const text = ports.presenter.text(item, view.reader);
          if (text === undefined) continue;
          this.sent.add(item.id);
          texts.push(text);
          given.push(givenVersion(item));
        }
      }
      recordStretch(ports, caller, view, { route: 'exportView' }, given);
      return { texts, next: page.more ? page.last : undefined };
    });
  }

  /**
   * What is to be given of these. Behind the end stands what has come since, which is left out, and what has only moved
   * there, or took the place of another version, before it was given.
   */
  private async unsent(view: View, items: readonly FeedItem[]): Promise<FeedItem[]> {
    const late = items.filter(({ added }) => added > this.end).map(({ object }) => object);
    const before = late.length === 0 ? new Map<string, number[]>() : await view.enteredBy(late, this.end);
    return items.filter(({ id, object, added }) => {
      if (this.sent.has(id)) return false;
      if (added <= this.end) return true;
      const there = before.get(object) ?? [];
      return this.wanted.all
        ? there.includes(id)
        : there.length > 0 && !there.some((one) => this.sent.has(one));
    });
  }
}

interface Page {
  texts: string[];
  next: number | undefined;
}

/** Says whose view it is: a statement, because a bundle has no properties of its own for it (STIX 2.1 §8). */
function statement(ports: Ports, caller: Caller, { coalition }: View): string {
  const at = timeText(ports.now());
  const member = coalition.members.get(caller.member)?.name ?? caller.member;
  return JSON.stringify({
    type: 'marking-definition',
    spec_version: '2.1',
    id: `marking-definition--${ports.uuid()}`,
    created: at,
    definition_type: 'statement',
    definition: {
      statement: `View of ${member} (${caller.member}) in ${ports.name}, exported by account ${caller.account} at ${at}`,
    },
  });
}
