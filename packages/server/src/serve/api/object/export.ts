/** The whole view as one STIX bundle, written as it is read. */
import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { feedOperations } from '@entente/contract/feed';
import type { View } from '@entente/store/view/reader';
import type { Caller } from '../../../caller.ts';
import { givenVersion, recordStretch, type GivenRecord } from '../../given.ts';
import type { Ports } from '../../ports.ts';
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
  stream(api, operation, async ({ caller, query, reply }) => {
    const wanted = {
      types: query.type?.split(',').filter((one) => one !== ''),
      all: query.versions === 'all',
    };
    const header = await ports.view(caller, (view) => Promise.resolve(statement(ports, caller, view)));
    void reply
      .header('content-type', operation.media)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'attachment; filename="view.json"');
    return Readable.from(bundle(ports, caller, header, wanted));
  });
}

async function* bundle(ports: Ports, caller: Caller, header: string, wanted: Wanted): AsyncGenerator<string> {
  yield `{"type":"bundle","id":"bundle--${ports.uuid()}","objects":[${header}`;
  const sent = new Set<number>();
  for (let after: number | undefined = -1; after !== undefined;) {
    const page = await readPage(ports, caller, wanted, after, sent);
    if (page.texts.length > 0) yield `,\n${page.texts.join(',\n')}`;
    after = page.next;
  }
  yield ']}\n';
}

/** What moves to the end of the feed meanwhile comes again: it is given once. */
function readPage(
  ports: Ports,
  caller: Caller,
  { types, all }: Wanted,
  after: number,
  sent: Set<number>,
): Promise<{ texts: string[]; next: number | undefined }> {
  return ports.view(caller, async (view) => {
    const versions = all ? { all: true, first: false, last: false, exact: [] } : undefined;
    const page = await view.feedPage({
      after,
      limit: pageLength,
      own: false,
      types,
      versions,
    });
    const texts: string[] = [];
    const given: GivenRecord[] = [];
    for await (const items of page.slices()) {
      for (const item of items) {
        const text = sent.has(item.id) ? undefined : ports.presenter.text(item, view.reader);
        if (text === undefined) continue;
        sent.add(item.id);
        texts.push(text);
        given.push(givenVersion(item));
      }
    }
    recordStretch(ports, caller, view, { route: 'exportView' }, given);
    return { texts, next: page.more ? page.last : undefined };
  });
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
