/** An auditor asks for reads of an id that is made so that its key is that of what another member read. */
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { referenceKey } from '@entente/store/contribution/reference';
import { readingKeys } from '@entente/store/read/key';
import { alba, borea, releasedTo, startScene, stix } from '../api/scene.ts';

const record = 'tool--12345678-9abc-4000-8000-0123456789ab';
/** 48 bits as twelve digits. */
const digits = (value: bigint): string => value.toString(16).padStart(12, '0');
/** All that is known of a member to everybody. */
const known = (member: string): bigint => BigInt(`0x${hash('sha256', member, 'hex').slice(0, 12)}`);

test('no id that can be made from what is known of two members touches a row of the other', async () => {
  const scene = await startScene();
  try {
    scene.step();
    await scene.post(alba, '/api/v1/contributions', {
      objects: [stix(record, { name: 'Crowbar', extensions: releasedTo(borea) })],
    });
    expect((await scene.get(borea, `/api/v1/objects/${record}`)).statusCode).toBe(200);
    const { writer } = scene.cell.database;
    const touched = async (object: string): Promise<Record<string, number>> => {
      const { rows: heads } = await writer.query<{ member: string; mask: number }>(
        'select member, mask from read_head',
      );
      const found: Record<string, number> = {};
      for (const { member, mask } of heads) {
        const { rowCount } = await writer.query('select from read_record where readings && $1::bigint[]', [
          [readingKeys(mask)(object)],
        ]);
        found[member] = rowCount ?? 0;
      }
      return found;
    };
    expect(await touched(record)).toMatchObject({ [borea]: 1 });
    await scene.get(alba, `/api/v1/objects/${record}`);
    const made = BigInt(referenceKey(record)) ^ known(alba) ^ known(borea);
    const crafted = `tool--00000000-0000-4000-8000-${digits(made)}`;
    const before = await touched(record);
    expect(before).toEqual({ [alba]: 1, [borea]: 1 });
    expect(await touched(crafted)).toEqual({ [alba]: 0, [borea]: 0 });
    const { rows } = await writer.query<{ masks: number }>(
      'select count(distinct mask) as masks from read_head where member = any($1)',
      [[alba, borea]],
    );
    expect(rows).toEqual([{ masks: 2 }]);
  } finally {
    await scene.close();
  }
});
