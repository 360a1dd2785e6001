import type { JsonObject } from '@entente/core/stix/types';
import { expect, test } from 'vitest';
import { memberOf } from './members.ts';
import { demonstrationPage, type PageMember, type SeenContribution } from './page.html.ts';
import { recordsBeforeAccession } from './records.ts';
import { watchedMembers } from './watch.ts';

const members: PageMember[] = watchedMembers.map(({ key, lines }) => ({ ...memberOf(key), lines }));
const [belgium, jordan, montenegro] = members as [PageMember, PageMember, PageMember];

const seen = (object: JsonObject, contributor = belgium.id): SeenContribution => ({ object, contributor });
const all = recordsBeforeAccession().flatMap(({ member, objects }) =>
  objects.map((object) => seen(object, memberOf(member).id)),
);
const note = (content: string, more: JsonObject = {}): JsonObject => ({
  type: 'note',
  id: 'note--6f4c1c0e-9c0f-4f6e-8a52-0f2b1c9e7d11',
  modified: '2017-01-01T00:00:00.000Z',
  abstract: 'Watch',
  content,
  ...more,
});

const cellsOf = (page: string, member: PageMember): string[] =>
  [...page.matchAll(/<td\b[^>]*data-member="([^"]+)"[\s\S]*?<\/td>/g)].flatMap(([cell, id]) =>
    id === member.id ? [cell] : [],
  );

test('Each view has its own column: what one member sees says nothing in the column of another', () => {
  const views = new Map([
    [belgium.id, all],
    [jordan.id, [seen(note('Shared with one.'))]],
    [montenegro.id, []],
  ]);
  const page = demonstrationPage({ members, views, language: 'en' });
  expect(cellsOf(page, belgium)).toHaveLength(
    new Set(all.map((one) => `${one.object['id'] as string} ${one.contributor}`)).size,
  );
  expect(cellsOf(page, jordan)).toHaveLength(1);
  expect(cellsOf(page, jordan)[0]).toContain('Shared with one.');
  expect(cellsOf(page, montenegro)).toHaveLength(0);
  expect(page.match(/<th scope="col"/g)).toHaveLength(3);
});

test('Whatever a record says is text on the page, never markup', () => {
  const nasty = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;`;
  const object = note(nasty, { abstract: nasty, type: nasty, lang: nasty, object_refs: [nasty], id: nasty });
  const views = new Map([[belgium.id, [seen(object, nasty)]]]);
  const page = demonstrationPage({ members, views, language: 'fr' });
  expect(page).not.toContain('<script');
  expect(page).not.toContain('<img');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('Of several versions by one contributor the last is shown; claims of others stand beside it', () => {
  const views = new Map([
    [
      belgium.id,
      [
        seen(note('Later.', { modified: '2017-02-01T00:00:00.000Z' })),
        seen(note('Earlier.')),
        seen(note('Claimed.'), jordan.id),
      ],
    ],
  ]);
  const page = demonstrationPage({ members, views, language: 'en' });
  expect(page).toContain('Later.');
  expect(page).not.toContain('Earlier.');
  expect(page).toContain('Claimed.');
});

test('The page is whole in English and in French, each leading to the other, with no script and no style attribute', () => {
  const views = new Map(members.map(({ id }) => [id, all]));
  const english = demonstrationPage({ members, views, language: 'en', nonce: 'abc' });
  const french = demonstrationPage({ members, views, language: 'fr', nonce: 'abc' });
  expect(english).toContain('<html lang="en">');
  expect(english).toContain('href="?language=fr"');
  expect(french).toContain('<html lang="fr">');
  expect(french).toContain('href="?language=en"');
  expect(french).toContain('Personnes et groupes');
  for (const page of [english, french]) {
    expect(page).not.toMatch(/<script|\sstyle=|\son\w+=/);
    expect(page).toContain('<style nonce="abc">');
    expect(page).toMatch(/dir="auto"/);
  }
});

test('A relationship names its ends as the same view knows them', () => {
  const [first, second] = ['identity--1', 'identity--2'].map((id) =>
    seen({ type: 'identity', id, name: `Name of ${id}` }),
  ) as [SeenContribution, SeenContribution];
  const link = seen({
    type: 'relationship',
    id: 'relationship--1',
    relationship_type: 'duplicate-of',
    source_ref: 'identity--1',
    target_ref: 'identity--2',
  });
  const page = demonstrationPage({
    members: [belgium],
    views: new Map([[belgium.id, [first, second, link]]]),
    language: 'fr',
  });
  expect(page).toMatch(
    /Name of identity--1<\/bdi>\s*<i>identique à<\/i>\s*<bdi dir="auto">Name of identity--2/,
  );
});
