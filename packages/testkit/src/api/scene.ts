/** Three members on a server, and objects that read like prose. */
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import { summit } from '../cell.ts';
import { startTestServer, type TestServer, type TestServerOptions } from '../server.ts';

export const [alba, borea, corda] = ['a', 'b', 'c'].map(
  (letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`,
) as [string, string, string];

const created = '2017-05-01T00:00:00.000Z';
export const identityOf = (member: string): string => `identity--${member}`;

/** An object with the properties that every one has. */
export const stix = (id: string, properties: JsonObject): JsonObject => ({
  type: id.slice(0, id.indexOf('--')),
  spec_version: '2.1',
  id,
  created,
  modified: created,
  ...properties,
});

/** The label extension for these members. */
export const releasedTo = (...members: string[]): JsonObject => ({
  [labelExtensionId]: { extension_type: 'property-extension', any: [members.map((id) => `member:${id}`)] },
});

export const json = <Body = JsonObject>(text: string): Body => JSON.parse(text) as Body;

/** Ids of the objects on a page. */
export const idsOf = (text: string): string[] =>
  json<{ items: { object: { id: string } }[] }>(text).items.map(({ object }) => object.id);

export interface Scene extends TestServer {
  /** The next second. */
  step(): number;
}

/** A server with the members Alba, Borea and Corda. */
export async function startScene(options?: TestServerOptions): Promise<Scene> {
  const server = await startTestServer(options);
  let at = summit;
  const step = (): number => (server.world.at = at += 1_000_000);
  const names = [
    [alba, 'Alba'],
    [borea, 'Borea'],
    [corda, 'Corda'],
  ] as const;
  for (const [id, name] of names)
    await server.play({ kind: 'member', at: step(), id, name, identity: identityOf(id) });
  return { ...server, step };
}
