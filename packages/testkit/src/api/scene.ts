/** Three members on a server, and objects that read like prose. */
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import { importFile, type ImportCommand } from '@entente/server/ingest/import';
import type { ImportReport } from '@entente/server/ingest/import-report';
import { summit } from '../cell.ts';
import { callerOf } from '../world/play.ts';
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

/** Brings a file in as a member does, in one batch. */
export const bringIn = (
  scene: Pick<Scene, 'cell'>,
  member: string,
  objects: readonly JsonObject[],
  order: Partial<ImportCommand> = {},
): Promise<ImportReport> =>
  importFile(scene.cell, callerOf(member), {
    source: bundle(objects),
    name: 'list.json',
    strict: false,
    dryRun: false,
    ...order,
  });

async function* bundle(objects: readonly JsonObject[]): AsyncGenerator<Uint8Array> {
  const id = 'bundle--77777777-0000-4000-8000-000000000000';
  yield Buffer.from(JSON.stringify({ type: 'bundle', id, objects }));
}

/** Posts objects into a member's own collection over TAXII. */
export const postOverTaxii = (
  scene: TestServer,
  member: string,
  objects: readonly JsonObject[],
): ReturnType<TestServer['call']> => {
  const taxii = 'application/taxii+json;version=2.1';
  return scene.call(member, {
    method: 'POST',
    url: '/taxii2/cell/collections/own/objects/',
    headers: { accept: taxii, 'content-type': taxii },
    payload: JSON.stringify({ objects }),
  });
};

/** Whether a statement of the cell waits until a table is free. */
export const isWaitingFor = async ({ cell }: Pick<TestServer, 'cell'>, table: string): Promise<boolean> => {
  const { rowCount } = await cell.database.writer.query(
    'select from pg_locks where relation = $1::regclass and not granted',
    [table],
  );
  return rowCount === 1;
};

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
