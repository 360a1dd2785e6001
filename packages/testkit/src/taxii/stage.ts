/** Plays transcripts against a server of its own. */
import type { Json } from '@entente/core/stix/types';
import { startTestServer, type TestServer, type TestServerOptions } from '../server.ts';
import { differences, fill, fillText, type Step, type TranscriptWorld } from './transcript.ts';

type Request = Parameters<TestServer['call']>[1];
type Answer = Awaited<ReturnType<TestServer['call']>>;

export const taxii = 'application/taxii+json;version=2.1';

export interface Stage {
  server: TestServer;
  /** What `{name}` stands for, by name. */
  names: Map<string, string>;
  /** Where the answer to a step differs from what the step expects. */
  differs(step: Step): Promise<string[]>;
  /** One request; a second passes before it. */
  send(step: Omit<Step, 'expect'>): Promise<Answer>;
}

/** A server with the members and communities of a world. */
export async function startStage(world: TranscriptWorld, options?: TestServerOptions): Promise<Stage> {
  const server = await startTestServer(options);
  const step = (): number => server.world.at + 1_000_000;
  const names = new Map(Object.entries({ ...world.names, ...world.members }));
  for (const [name, id] of Object.entries(world.members)) {
    await server.play({ kind: 'member', at: step(), id, name, identity: `identity--${id}` });
  }
  for (const [name, { id, roster }] of Object.entries(world.communities)) {
    names.set(name, id);
    await server.play({ kind: 'community', at: step(), id, name });
    for (const entry of roster) {
      await server.play({ kind: 'enter', at: step(), community: id, entry: names.get(entry) ?? entry });
    }
  }
  const send = async (asked: Omit<Step, 'expect'>): Promise<Answer> => {
    server.world.at = step();
    await server.cell.settle();
    return server.app.inject(requestOf(asked, names, world));
  };
  return {
    server,
    names,
    send,
    differs: async (asked) => {
      const {
        status,
        headers = {},
        body,
      } = fill(asked.expect as unknown as Json, names, world.objects) as unknown as Step['expect'];
      const answer = await send(asked);
      const found = answer.body === '' ? undefined : (JSON.parse(answer.body) as Json);
      const wrong = answer.statusCode === status ? [] : [`status ${answer.statusCode}: ${answer.body}`];
      return [
        ...wrong,
        ...differences(headers, answer.headers as Json, names, 'headers'),
        ...(body === undefined ? [] : differences(body, found, names)),
      ];
    },
  };
}

function requestOf(
  { as, send, headers = {}, body, text }: Omit<Step, 'expect'>,
  names: ReadonlyMap<string, string>,
  { objects }: TranscriptWorld,
): Request {
  const [method, url] = send.split(' ') as ['GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE', string];
  const given: Record<string, string | null> = {
    accept: taxii,
    ...(method === 'POST' ? { 'content-type': taxii } : {}),
    ...(as === undefined ? {} : { authorization: `Bearer token-of-${names.get(as)}` }),
    ...headers,
  };
  return {
    method,
    url: fillText(url, names),
    headers: Object.fromEntries(Object.entries(given).filter((entry) => entry[1] !== null)) as Record<
      string,
      string
    >,
    ...(body === undefined ? {} : { payload: JSON.stringify(fill(body, names, objects)) }),
    ...(text === undefined ? {} : { payload: text }),
  };
}
