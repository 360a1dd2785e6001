import { expect, test } from 'vitest';
import type { DemonstrationAct } from './acts.ts';
import { communityOf, demonstrationCommunities } from './communities.ts';
import { demonstrationMembers, memberOf } from './members.ts';
import { accession, demonstrationActs } from './story.ts';

const acts = demonstrationActs();
const ofKind = <Kind extends DemonstrationAct['kind']>(kind: Kind) =>
  acts.filter((act): act is Extract<DemonstrationAct, { kind: Kind }> => act.kind === kind);

test('The coalition has 28 nations of the alliance, the alliance, five partners and one nation acceding', () => {
  const counted = (standing: string) =>
    demonstrationMembers.filter((one) => one.standing === standing).length;
  expect(['alliance-nation', 'alliance', 'partner', 'acceding'].map(counted)).toEqual([28, 1, 5, 1]);
  const ids = [...demonstrationMembers, ...demonstrationCommunities].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('Each act follows the one before it by a second', () => {
  expect(acts.map(({ sinceStart }) => sinceStart)).toEqual(acts.map((_, index) => index + 1));
});

test('Nobody and nothing is named before it is there', () => {
  const there = new Set<string>(['own']);
  for (const act of acts) {
    if (act.kind === 'member' || act.kind === 'community') there.add(act.id);
    if (act.kind === 'policy' || act.kind === 'attribute') {
      expect(there).toContain(act.owner);
      there.add(act.id);
    }
    if (act.kind === 'enter') expect([act.community, act.entry].every((id) => there.has(id))).toBe(true);
    if (act.kind === 'clearance') expect([act.policy, act.member].every((id) => there.has(id))).toBe(true);
    if (act.kind === 'grant') expect([act.attribute, act.member].every((id) => there.has(id))).toBe(true);
    if (act.kind === 'put') {
      expect([act.member, act.collection].every((id) => there.has(id))).toBe(true);
      const named = JSON.stringify([act.chosen, act.objects]).match(
        /(?<=(?:member|community):)[0-9a-f-]{36}/g,
      );
      for (const id of named ?? []) expect(there).toContain(id);
    }
  }
});

test('A member puts in under communities that it stands in, for others are unknown to it', () => {
  const within = (member: string, community: string): boolean =>
    ofKind('enter').some(
      (act) => act.community === community && (act.entry === member || within(member, act.entry)),
    );
  const posted = ofKind('put').flatMap(({ member, collection, chosen, objects }) => {
    const text = JSON.stringify([chosen, objects]);
    const named = text.match(/(?<=community:)[0-9a-f-]{36}/g) ?? [];
    return [...named, ...(collection === 'own' ? [] : [collection])].map((id) => ({ member, id }));
  });
  expect(posted.filter(({ member, id }) => !within(member, id))).toEqual([]);
});

test('The 29th nation comes last, to the coalition alone; its accession is an act still to come', () => {
  const newcomer = memberOf('montenegro').id;
  const entered = ofKind('enter').filter(({ entry }) => entry === newcomer);
  expect(entered.map(({ community }) => community)).toEqual([communityOf('coalition').id]);
  expect(ofKind('member').at(-1)?.id).toBe(newcomer);
  expect(accession(9)).toMatchObject({
    kind: 'enter',
    sinceStart: 9,
    community: communityOf('alliance-nations').id,
    entry: newcomer,
  });
});

test('An empty demonstration has the same members, rosters and rights, and no record', () => {
  const kept = demonstrationActs({ empty: true });
  expect(kept.some(({ kind }) => kind === 'put')).toBe(false);
  expect(kept).toHaveLength(acts.filter(({ kind }) => kind !== 'put').length);
});

test('Each act is told in English and in French', () => {
  for (const { title } of acts) expect([title.en, title.fr].every((words) => words.length > 5)).toBe(true);
});
