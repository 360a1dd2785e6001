/** A run between two gateways, and what the parties could try: an owner, an asker, and whoever carries messages. */
import { sha512 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../ledger/base64.ts';
import { keyOf, signerOf } from '../ledger/note.ts';
import {
  answerRun,
  openRun,
  type AskedRun,
  type OwnEpoch,
  type Reply,
  type RunRecord,
  type Terms,
} from './answer.ts';
import { isOpened, openKey } from './commitment.ts';
import { epochKey, openEpoch, outputsOf, publish, type Epoch, type Published } from './epoch.ts';
import { plainGroup as group } from './group.ts';
import { isCandidate, keysOf, type ListedPerson, type Side } from './keys.ts';
import { noteDigest, openMessage, writeMessage } from './message.ts';
import type { Random } from './output-set.ts';
import { beginRun, endRun, type OpenRun } from './run.ts';

function randomOf(seed: string): Random {
  let turn = 0;
  return (length) => sha512(utf8ToBytes(`${seed} ${(turn += 1)}`)).slice(0, length);
}

const seeded = (name: string): Uint8Array => sha512(utf8ToBytes(name)).slice(0, 32);
const owner = { signer: signerOf('owner', seeded('owner')), random: randomOf('owner') };
const asker = { signer: signerOf('asker', seeded('asker')), random: randomOf('asker') };
const hub = { signer: signerOf('owner', seeded('hub')), random: randomOf('hub') };
const [ownerKey, askerKey] = [keyOf(owner.signer), keyOf(asker.signer)];

const person = (name: string, birth: string): ListedPerson => ({
  names: [name],
  births: [birth],
  documents: [],
});
const textsOf = (list: readonly ListedPerson[], side: Side): string[] => [
  ...new Set(list.flatMap((one) => keysOf(one, side).map(({ text }) => text))),
];
const held = [person('يوسف حداد', '1980-02-19'), person('Anna Mansour', '1971-05-02')];
const wanted = [person('Yusuf Haddad', '1980-02-19'), person('Karim Berri', '1969-01-07')];

interface Own extends OwnEpoch {
  published: Published;
}

/** An epoch of `by`, whose set was made with `key`. */
function epochOf(
  number: number,
  by = owner,
  key = epochKey(group, seeded('epochs'), { agreement: 'a1', number }),
): Own {
  const name = { agreement: 'a1', number };
  const stated = epochKey(group, seeded('epochs'), name);
  const outputs = outputsOf(group, key, textsOf(held, 'held'));
  const published = publish(group, name, key, outputs, { bits: 20, ...by });
  if (key.publicKey.join() === stated.publicKey.join() || by !== owner) {
    return { announcement: published.announcement, key, published };
  }
  // The set of another key under the announcement of the right one.
  const read = openMessage(published.announcement, 'epoch', ownerKey);
  const fields = {
    agreement: 'a1',
    number,
    publicKey: toBase64(stated.publicKey),
    digest: read?.text('digest') ?? '',
  };
  const announcement = writeMessage('epoch', fields, by.signer);
  return { announcement, key: stated, published: { ...published, announcement } };
}

const opened = ({ published }: Own): Epoch => openEpoch(group, 'a1', published, ownerKey) as Epoch;
const own = epochOf(1);
const epoch = opened(own);
const purpose = { purpose: 'border', caseReference: 'case 7' };
const terms: Terms = { purposes: ['border'], keysADay: 200, smallestBatch: 64 };

const begin = (of = epoch, why = purpose): OpenRun =>
  beginRun(group, of, textsOf(wanted, 'asked'), why, asker);
function reply(
  note: string,
  of: OwnEpoch,
  earlier: RunRecord[] = [],
  agreed = terms,
  day = '2026-11-26',
): Reply {
  return answerRun(group, of, note, { asker: askerKey, terms: agreed, earlier, day }, owner) as Reply;
}

const run = begin();
const answer = reply(run.note, own);
const refusedFor = (...args: Parameters<typeof reply>): string | undefined => reply(...args).refused;

describe('a run', () => {
  it('tells the asker who is on both lists, and nothing of the others', () => {
    const outcome = endRun(group, epoch, run, answer.note, ownerKey);
    const found = 'found' in outcome ? outcome.found : new Set<string>();
    const candidates = wanted.filter((one) =>
      isCandidate(
        keysOf(one, 'asked').filter(({ text }) => found.has(text)),
        64,
      ),
    );
    expect(candidates).toEqual([wanted[0]]);
    expect(answer.record).toEqual({ run: run.id, day: '2026-11-26', keys: 64 });
  });

  it('holds nothing in what is sent of which a name could be tried: the same keys are other bytes each time', () => {
    const again = begin();
    const sent = new Set(run.asked.map(({ element }) => toBase64(element)));
    expect(again.asked.some(({ element }) => sent.has(toBase64(element)))).toBe(false);
    for (const text of textsOf(wanted, 'asked')) expect(run.note + answer.note).not.toContain(text);
  });

  it('is known by its commitment: an audit opens any key, and no other one in its place', () => {
    const { commitment, elements } = openRun(run.note, askerKey) as AskedRun;
    for (const index of [0, 11, 63]) {
      const opening = openKey(run.asked, run.seed, index);
      expect(isOpened(group, commitment, elements, opening)).toBe(true);
      expect(isOpened(group, commitment, elements, { ...opening, text: 'day|1980-02-19|T' })).toBe(false);
      expect(isOpened(group, commitment, elements, { ...opening, index: index + 1 })).toBe(false);
    }
    const others = elements.map((_element, index) => elements[(index + 1) % 64] as Uint8Array);
    expect(isOpened(group, commitment, others, openKey(run.asked, run.seed, 11))).toBe(false);
  });
});

describe('whoever carries messages', () => {
  it('cannot put a key or a set of its own in the place of the owner’s', () => {
    expect(openEpoch(group, 'a1', epochOf(1, hub).published, ownerKey)).toBeUndefined();
    expect(openEpoch(group, 'a2', own.published, ownerKey)).toBeUndefined();
    const set = own.published.set.map((byte, index) => (index === 60 ? byte ^ 1 : byte));
    expect(openEpoch(group, 'a1', { ...own.published, set }, ownerKey)).toBeUndefined();
    const cut = { ...own.published, set: own.published.set.subarray(0, -8) };
    expect(openEpoch(group, 'a1', cut, ownerKey)).toBeUndefined();
  });

  it('cannot alter a run, make one, or have one answered again', () => {
    const made = beginRun(group, epoch, [], purpose, { ...asker, signer: signerOf('asker', seeded('hub')) });
    const altered = run.note.replace('"border"', '"sports"');
    for (const note of [made.note, altered, 'no note', own.announcement])
      expect(reply(note, own)).toBeUndefined();
    expect(refusedFor(run.note, own, [answer.record])).toBe('replayed');
    expect(refusedFor(run.note, epochOf(2))).toBe('epoch');
  });

  it('cannot give the answer to another run, or a refusal in its place', () => {
    const other = { ...run, note: begin().note };
    expect(endRun(group, epoch, other, answer.note, ownerKey)).toEqual({ unanswered: 'not-an-answer' });
    const refusal = writeMessage('refusal', { request: noteDigest(run.note), reason: 'quota' }, hub.signer);
    expect(endRun(group, epoch, run, refusal, ownerKey)).toEqual({ unanswered: 'not-an-answer' });
  });
});

describe('an owner', () => {
  it('that answers with another key is found out by the proof', () => {
    const key = epochKey(group, seeded('for this asker'), epoch);
    const { note } = reply(run.note, { ...own, key });
    expect(endRun(group, epoch, run, note, ownerKey)).toEqual({ unanswered: 'proof' });
    const claimed = reply(run.note, { ...own, key: { ...key, publicKey: own.key.publicKey } });
    expect(endRun(group, epoch, run, claimed.note, ownerKey)).toEqual({ unanswered: 'proof' });
  });

  it('that made the set with another key is found out by the beacons', () => {
    const marked = epochOf(1, owner, epochKey(group, seeded('for this asker'), epoch));
    const asked = begin(opened(marked));
    const { note } = reply(asked.note, marked);
    expect(endRun(group, opened(marked), asked, note, ownerKey)).toEqual({ unanswered: 'beacons' });
  });
});

describe('an asker', () => {
  it('is not answered beyond the quota of the day, and is the day after', () => {
    const earlier = [1, 2, 3].map((turn) => ({ run: String(turn), day: '2026-11-26', keys: 50 }));
    expect(refusedFor(run.note, own, earlier)).toBe('quota');
    expect(refusedFor(run.note, own, earlier, terms, '2026-11-27')).toBeUndefined();
    expect(refusedFor(run.note, own, earlier.slice(1))).toBeUndefined();
  });

  it('is not answered below the smallest batch, for another purpose, or without a case', () => {
    expect(refusedFor(run.note, own, [], { ...terms, smallestBatch: 65 })).toBe('smallest-batch');
    expect(refusedFor(begin(epoch, { ...purpose, purpose: 'sports' }).note, own)).toBe('purpose');
    expect(refusedFor(begin(epoch, { ...purpose, caseReference: ' ' }).note, own)).toBe('case');
  });

  it('is told why, signed, and its refused run is not answered later', () => {
    const refused = reply(run.note, own, [], { ...terms, keysADay: 10 });
    expect(endRun(group, epoch, run, refused.note, ownerKey)).toEqual({ unanswered: 'quota' });
    expect(refusedFor(run.note, own, [refused.record])).toBe('replayed');
  });

  it('is not answered where it sends what are no elements', () => {
    const fields = { run: '0'.repeat(32), epoch: epoch.digest, purpose: 'border', case: '7', commitment: '' };
    const elements = toBase64(new Uint8Array(32 * 64).fill(255));
    expect(refusedFor(writeMessage('run', { ...fields, elements }, asker.signer), own)).toBe('elements');
  });
});
