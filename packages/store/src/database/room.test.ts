import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { Failure } from '@entente/core/failure';
import { asFailure } from './errors.ts';
import { assertRoom, freeBytes } from './room.ts';

const errorOf = (code: string): Error => Object.assign(new Error('told by PostgreSQL'), { code });

describe('room on the disk', () => {
  test('an act is refused where less is free than it must leave', async () => {
    const free = await freeBytes(tmpdir());
    await expect(assertRoom(tmpdir(), free * 2)).rejects.toMatchObject({ code: 'storage-full' });
    await assertRoom(tmpdir(), 1);
  });

  test.each([
    ['53100', 'storage-full'],
    ['ENOSPC', 'storage-full'],
    ['57P03', 'unavailable'],
    ['ECONNREFUSED', 'unavailable'],
  ])('the error %s becomes the failure %s', (code, failure) => {
    expect(asFailure(errorOf(code))).toMatchObject({ code: failure });
  });

  test('an error of ours or of the statement stays as it is', () => {
    const violation = errorOf('23505');
    expect(asFailure(violation)).toBe(violation);
    const failure = new Failure('conflict', 'told before');
    expect(asFailure(failure)).toBe(failure);
  });
});
