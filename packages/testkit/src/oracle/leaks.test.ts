/**
 * Pairs of worlds that differ in what one member may never see, where the rules as they are written answer it
 * differently all the same. Each stands here with `it.fails` until its rule is settled, then as a plain test.
 */
import { expect, it } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import type { Act, StatedParts, World } from '../world/acts.ts';
import {
  communityIds,
  firstInstant,
  identityOf,
  memberIds,
  memberNames,
  poolId,
  versionTime,
} from '../world/pool.ts';
import { watch } from '../world/watch.ts';
import { coreHanded } from './core-handed.ts';

const [aldane, borrow, corvane, dunmere] = memberIds as [string, string, string, string];
const [harbour, lantern] = communityIds as [string, string];
const otter = poolId('malware', 1);
const heron = poolId('malware', 2);

type Untimed = Act extends infer Kind ? (Kind extends Act ? Omit<Kind, 'at'> : never) : never;

/** Acts a second apart; `undefined` stands for an act that the other world has at that second. */
const world = (...acts: (Untimed | undefined)[]): World => ({
  acts: [...members, ...acts].flatMap((act, second) =>
    act === undefined ? [] : [{ ...act, at: firstInstant + second * 1_000_000 } as Act],
  ),
});

const members = memberIds.slice(0, 4).map((id, index): Untimed => ({
  kind: 'member',
  id,
  name: memberNames[index] as string,
  identity: identityOf(index),
}));

const put = (member: string, chosen: StatedParts, ...objects: JsonObject[]): Untimed => ({
  kind: 'put',
  member,
  collection: 'own',
  chosen,
  objects,
});
const readers = (...ids: string[]): StatedParts => ({ any: [ids.map((id) => `member:${id}`)] });
const everybody: StatedParts = { any: [['public']] };
const enter = (community: string, entry: string): Untimed => ({ kind: 'enter', community, entry });
const community = (id: string): Untimed => ({ kind: 'community', id, name: id });

const malware = (id: string, version = 0): JsonObject => ({
  type: 'malware',
  spec_version: '2.1',
  id,
  created: versionTime(0),
  modified: versionTime(version),
  name: 'amber otter',
  is_family: false,
});
const link: JsonObject = {
  type: 'relationship',
  spec_version: '2.1',
  id: poolId('relationship', 1),
  created: versionTime(0),
  modified: versionTime(0),
  relationship_type: 'related-to',
  source_ref: otter,
  target_ref: heron,
};
const address: JsonObject = {
  type: 'ipv4-addr',
  spec_version: '2.1',
  id: poolId('ipv4-addr', 5),
  value: '192.0.2.7',
};

const told = (one: World): string[] => watch(one, aldane, coreHanded).transcript;

it('an earlier version that only the contributor of a link saw does not open the link', () => {
  // Borrow links to heron. Aldane sees version 2 of heron, by Corvane, in both worlds. That the link opened would
  // tell it that there was an earlier version, which Borrow saw.
  const rest = (first: Untimed | undefined): World =>
    world(
      first,
      put(borrow, everybody, malware(otter), link),
      put(corvane, readers(aldane), malware(heron, 2)),
    );
  expect(told(rest(put(corvane, readers(borrow), malware(heron))))).toEqual(told(rest(undefined)));
});

it('that an observable was put in before for somebody else does not show in the order of the feed', () => {
  // Borrow put the address in first, for Dunmere; Corvane next, and Borrow again for the readers that Aldane
  // joins with the past opened. The version instant of Borrow's second contribution is that of the first.
  const rest = (first: Untimed | undefined): World =>
    world(
      community(harbour),
      enter(harbour, borrow),
      enter(harbour, corvane),
      first,
      { kind: 'put', member: corvane, collection: harbour, objects: [address] },
      { kind: 'put', member: borrow, collection: harbour, objects: [address] },
      { kind: 'enter', community: harbour, entry: aldane, openedFrom: 2 },
    );
  expect(told(rest(put(borrow, readers(dunmere), address)))).toEqual(told(rest(undefined)));
});

it('a change in a nested roster that may not be read does not show in the outcome of putting in again', () => {
  const rest = (change: Untimed | undefined): World =>
    world(
      community(harbour),
      community(lantern),
      enter(harbour, aldane),
      enter(harbour, lantern),
      { kind: 'put', member: aldane, collection: harbour, objects: [malware(otter)] },
      change,
      { kind: 'put', member: aldane, collection: harbour, objects: [malware(otter)] },
    );
  expect(told(rest(enter(lantern, corvane)))).toEqual(told(rest(undefined)));
});

it('owners that the projection keeps back do not show in what becomes of onward release', () => {
  // Aldane is not told that Corvane owns otter, but that Borrow does, of whom it has it. Dunmere sees what Aldane
  // puts in, and so may ground a link on it, only where there is no owner.
  const rest = (owners: string[]): World =>
    world(
      put(borrow, { ...readers(aldane), owners }, malware(otter)),
      put(aldane, everybody, malware(otter), malware(heron)),
      put(dunmere, everybody, link),
    );
  expect(told(rest([corvane]))).toEqual(told(rest([borrow])));
  expect(told(rest([borrow, corvane]))).toEqual(told(rest([borrow])));
});

it('a creator that is cut does not show in which contributor is served', () => {
  const rest = (creator: string): World =>
    world(
      put(borrow, everybody, malware(otter)),
      put(corvane, everybody, { ...malware(otter), created_by_ref: creator }),
    );
  expect(told(rest(identityOf(2)))).toEqual(told(rest(identityOf(3))));
});

const french = (version: number): JsonObject => ({
  type: 'language-content',
  spec_version: '2.1',
  id: poolId('language-content', 1),
  created: versionTime(0),
  modified: versionTime(0),
  object_ref: otter,
  object_modified: versionTime(version),
  contents: { fr: { name: 'loutre' } },
});

it('a version that the reader guesses does not show whether a translation is of it', () => {
  const rest = (version: number): World =>
    world(
      put(aldane, {}, malware(otter, 1)),
      put(borrow, everybody, malware(otter, 3)),
      put(borrow, everybody, french(version)),
    );
  expect(told(rest(1))).toEqual(told(rest(2)));
});

it('a version that shows the reader nothing does not show in a translation of it', () => {
  const revised = {
    ...malware(otter, 1),
    description: 'seen at night',
    extensions: {
      [labelExtensionId]: {
        extension_type: 'property-extension',
        portions: [{ selectors: ['description'], ...readers(dunmere) }],
      },
    },
  };
  const rest = (second: Untimed | undefined): World =>
    world(put(borrow, everybody, malware(otter)), second, put(borrow, everybody, french(1)));
  expect(told(rest(put(borrow, everybody, revised as JsonObject)))).toEqual(told(rest(undefined)));
});

it('an earlier version that the reader does not see does not show in a translation of a later one', () => {
  const rest = (first: Untimed | undefined): World =>
    world(first, put(borrow, everybody, malware(otter, 1), french(1)));
  expect(told(rest(put(borrow, readers(dunmere), malware(otter))))).toEqual(told(rest(undefined)));
});
