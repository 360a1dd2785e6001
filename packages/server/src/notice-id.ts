import { createHmac } from 'node:crypto';
import type { NoticeId } from '@entente/store/notice/writer';
import { randomUuidOf } from './random-uuid.ts';

/** Ids of notices: a keyed function of what was taken, from whom and when; random to whoever lacks the key. */
export function noticeIds(key: Uint8Array): NoticeId {
  return ({ reader, contributor, object, version, at }) => {
    const place = JSON.stringify(['notice', reader, contributor, object, version, at]);
    return `note--${randomUuidOf(createHmac('sha256', key).update(place).digest())}`;
  };
}
