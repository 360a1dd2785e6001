import { createHmac } from 'node:crypto';
import type { NoticeIds } from '@entente/store/notice/writer';
import { randomUuidOf } from './random-uuid.ts';

/**
 * Ids of notices and recalls: a keyed function of what was taken, from whom and when; random to whoever lacks the key,
 * and the same whatever else the hub does.
 */
export function noticeIds(key: Uint8Array): NoticeIds {
  const idOf = (place: readonly unknown[]): string =>
    randomUuidOf(createHmac('sha256', key).update(JSON.stringify(place)).digest());
  return {
    object: ({ reader, contributor, object, version, at }) =>
      `note--${idOf(['notice', reader, contributor, object, version, at])}`,
    recall: (member, act) => idOf(['recall', member, act]),
  };
}
