/** Epochs of an agreement: published with a set that comes as a stream, and fetched by the other member. */
import { createHash } from 'node:crypto';
import { Failure } from '@entente/core/failure';
import { toBase64 } from '@entente/core/ledger/base64';
import { openAnnouncement, type AnnouncedEpoch } from '@entente/core/matching/epoch';
import { noteDigest } from '@entente/core/matching/message';
import { assertPresent } from '@entente/store/coalition/rights';
import type { Queryable } from '@entente/store/database/queryable';
import { findEpoch, readPiece } from '@entente/store/matching/reader';
import type { AgreementRow, EpochRow } from '@entente/store/matching/types';
import { addPiece, forgetPieces, setEpoch } from '@entente/store/matching/writer';
import { requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { keyOfPart, requireAgreement, requireCarried, requireCarrier, requirePart } from './party.ts';

/** Bytes of a piece: what is held of a set in memory. */
const pieceLength = 262_144;

export interface Publication {
  announcement: string;
  set: AsyncIterable<Uint8Array>;
  /** Longest set that is taken, in bytes. */
  most: number;
  /** Whether the caller still may, asked once the set has come: it may have come slowly. */
  mayGoOn: () => Promise<boolean>;
}

export interface EpochActs {
  /** @throws Failure `not-found` where there is none, `conflict` where nothing is carried */
  epoch(caller: Caller, id: string): Promise<EpochRow>;
  /**
   * The set of the latest epoch, piece by piece.
   * @param mayGoOn whether the caller still may, asked before each piece but the first: a set may be fetched slowly
   * @throws as `epoch`, also where it is of another number, and between pieces where it is so by then
   */
  set(
    caller: Caller,
    id: string,
    number: number,
    mayGoOn: () => Promise<boolean>,
  ): Promise<AsyncIterable<Uint8Array>>;
  /**
   * Publishes the next epoch; the same one again changes nothing.
   * @throws Failure `invalid` where the gateway of the caller's member did not sign it, or the set is another one
   */
  publish(caller: Caller, id: string, publication: Publication): Promise<EpochRow>;
}

export function epochActs(cell: Cell): EpochActs {
  const { writer } = cell.database;
  const carried = async (caller: Caller, id: string): Promise<EpochRow> => {
    requireWhole(caller);
    requireCarried(await requireAgreement(writer, caller.member, id, cell.world.now()));
    const epoch = await findEpoch(writer, id);
    if (epoch === undefined) throw new Failure('not-found', 'No epoch of this agreement was published yet.');
    return epoch;
  };
  return {
    epoch: carried,
    async set(caller, id, number, mayGoOn) {
      const epoch = await carried(caller, id);
      if (epoch.number !== number) throw new Failure('not-found', 'This is not the latest epoch.');
      return piecesOf(writer, id, epoch, async () => {
        if (!(await mayGoOn()))
          throw new Failure('unauthenticated', 'This account may fetch no further: the set breaks off.');
        await carried(caller, id);
      });
    },
    async publish(caller, id, { announcement, set, most, mayGoOn }) {
      requireCarrier(caller);
      const agreement = await requireAgreement(writer, caller.member, id, cell.world.now());
      const latest = await findEpoch(writer, id);
      const announced = requireNext(agreement, caller.member, announcement, latest);
      if (latest?.announcement === announcement) return latest;
      const upload = cell.world.uuid();
      try {
        const bytes = await keepSet(writer, { agreement: id, upload, set, most }, announced.digest);
        if (!(await mayGoOn())) throw new Failure('unauthenticated', 'This account may publish no more.');
        await enact(cell, caller, id, { announcement, bytes, upload });
      } catch (error) {
        await forgetPieces(writer, id, upload);
        throw error;
      }
      return carried(caller, id);
    },
  };
}

async function enact(
  cell: Cell,
  caller: Caller,
  id: string,
  { announcement, bytes, upload }: { announcement: string; bytes: number; upload: string },
): Promise<void> {
  const body = { agreement: id, epoch: noteDigest(announcement), bytes };
  await cell.act(caller, 'matching-epoch', body, async (change) => {
    assertPresent(change.coalition, caller.member);
    const agreement = await requireAgreement(change.client, caller.member, id, change.at);
    const latest = await findEpoch(change.client, id);
    const { number } = requireNext(agreement, caller.member, announcement, latest);
    await setEpoch(change, id, { number, announcement, bytes, upload });
  });
}

/** @throws Failure where it is not the next epoch of this agreement by the gateway of this member */
function requireNext(
  agreement: AgreementRow,
  member: string,
  announcement: string,
  latest: EpochRow | undefined,
): AnnouncedEpoch {
  requirePart(agreement, member, 'answers');
  requireCarried(agreement);
  const announced = openAnnouncement(agreement.id, announcement, keyOfPart(agreement, 'answers'));
  if (announced === undefined) {
    throw new Failure(
      'invalid',
      'announcement: is none of this agreement by the gateway whose key your member gave for it.',
    );
  }
  if (latest !== undefined && latest.announcement !== announcement && announced.number <= latest.number) {
    throw new Failure('conflict', `The epoch ${latest.number} is there: the next one has a higher number.`);
  }
  return announced;
}

/** Keeps a set as it comes. @returns its length @throws Failure `too-large`, `invalid` for another digest, `conflict` where the agreement ends */
async function keepSet(
  client: Queryable,
  { agreement, upload, set, most }: Pick<Publication, 'set' | 'most'> & { agreement: string; upload: string },
  digest: Uint8Array,
): Promise<number> {
  const hash = createHash('sha256');
  let [length, place, held] = [0, 0, Buffer.alloc(0)];
  const keep = async (): Promise<void> => {
    if (held.length > 0 && !(await addPiece(client, agreement, upload, place, held))) {
      throw new Failure('conflict', 'This agreement has ended: nothing is carried under it.');
    }
    [place, held] = [place + 1, Buffer.alloc(0)];
  };
  for await (const bytes of set) {
    length += bytes.length;
    if (length > most) throw new Failure('too-large', `A set has at most ${most} bytes.`);
    hash.update(bytes);
    held = Buffer.concat([held, bytes]);
    if (held.length >= pieceLength) await keep();
  }
  await keep();
  if (toBase64(hash.digest()) !== toBase64(digest)) {
    throw new Failure(
      'invalid',
      'The set is not the one that the announcement states: it was altered on the way.',
    );
  }
  return length;
}

/**
 * @param requireMore throws where nothing more may be sent
 * @throws Failure `conflict` where the set goes while it is being read: the next epoch took its place
 */
async function* piecesOf(
  client: Queryable,
  agreement: string,
  { upload, bytes }: EpochRow,
  requireMore: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  for (let [place, sent] = [0, 0]; sent < bytes; place += 1) {
    if (place > 0) await requireMore();
    const piece = await readPiece(client, agreement, upload, place);
    if (piece === undefined) throw new Failure('conflict', 'This epoch is over: fetch the next one.');
    sent += piece.length;
    yield piece;
  }
}
