/** Alba, who asks, and Borea, whose list is asked, with a gateway each: what they do with each other through the hub. */
import { expect } from 'vitest';
import type { AgreementBody } from '@entente/contract/matching';
import type { JsonObject } from '@entente/core/stix/types';
import { announcementOf, gatewayOf, keyTextOf, runOf, type RunTold } from '../matching-messages.ts';
import type { TestServerOptions } from '../server.ts';
import { alba, borea, json, startScene, type Scene } from './scene.ts';

export const base = '/api/v1/matching/agreements';
export const [north, south] = [gatewayOf('alba'), gatewayOf('borea')];
export const set = Buffer.from('what the owner published');
export const terms = {
  purposes: ['border', 'visa'],
  keysADay: 200,
  smallestBatch: 64,
  learnsFirst: 'asker',
};

/** The number of a run. */
export const numbered = (number: number): string => String(number).padStart(32, '0');

export type MatchingScene = Scene & ReturnType<typeof doings>;

export async function startMatchingScene(options: TestServerOptions): Promise<MatchingScene> {
  const scene = await startScene(options);
  return { ...scene, ...doings(scene) };
}

function doings(scene: Scene) {
  const propose = async (given: JsonObject = {}): Promise<AgreementBody> => {
    const body = { member: borea, side: 'asker', key: keyTextOf(north), ...terms, ...given };
    const answer = await scene.post(alba, base, body);
    expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
    return json(answer.body);
  };
  const publish = async (
    member: string,
    id: string,
    announcement: string,
    payload: Buffer,
  ): Promise<number> => {
    const url = `${base}/${id}/epoch?${new URLSearchParams({ announcement }).toString()}`;
    const headers = { 'content-type': 'application/octet-stream' };
    return (await scene.call(member, { method: 'PUT', url, headers, payload })).statusCode;
  };
  return {
    propose,
    publish,
    /** An agreement in force, with its first epoch. */
    async inForce(given: JsonObject = {}): Promise<{ id: string; announcement: string }> {
      const { id } = await propose(given);
      const accepted = await scene.post(borea, `${base}/${id}/accept`, { key: keyTextOf(south) });
      expect(accepted.statusCode).toBe(200);
      const announcement = announcementOf(south, { agreement: id, number: 1, set });
      expect(await publish(borea, id, announcement, set)).toBe(200);
      return { id, announcement };
    },
    async send(id: string, told: RunTold): Promise<{ status: number; body: string; message: string }> {
      const message = runOf(north, told);
      const { statusCode, body } = await scene.post(alba, `${base}/${id}/runs`, { message });
      return { status: statusCode, body, message };
    },
    async reply(member: string, id: string, run: string, message: string): Promise<[number, string]> {
      const { statusCode, body } = await scene.post(member, `${base}/${id}/runs/${run}/answer`, { message });
      return [statusCode, body];
    },
    async read<Body>(member: string, url: string): Promise<Body> {
      return json((await scene.get(member, url)).body);
    },
    /** Kinds of messages to a member about an agreement, and whether somebody has to act on them. */
    async toldTo(member: string, id: string): Promise<string[]> {
      const { rows } = await scene.cell.database.writer.query<{ kind: string; waits: boolean }>(
        `select kind, waits and settled_at is null as waits from message where about = $1 and member = $2
         order by kind`,
        [id, member],
      );
      return rows.map(({ kind, waits }) => (waits ? `${kind} (waits)` : kind));
    },
    /** What the ledger of a member has of acts of a kind, in their order. */
    async actsOf(member: string, kind: string): Promise<JsonObject[]> {
      const { rows } = await scene.cell.database.writer.query<{ body: string }>(
        'select body::text from act where member = $1 and kind = $2 order by sequence',
        [member, kind],
      );
      return rows.map(({ body }) => json(body));
    },
  };
}
