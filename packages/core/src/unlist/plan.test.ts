import { describe, expect, it } from 'vitest';
import type { JsonObject, StixObject } from '../stix/types.ts';
import { bumpModified, contentDigest, planEdition, revokedVersion, type Held } from './plan.ts';

const first = '2031-01-15T00:00:00.000Z';
const second = '2031-06-30T00:00:00.000Z';

const object = (id: string, name: string, modified = '2030-01-01T00:00:00.000Z'): StixObject => ({
  type: 'identity',
  id,
  name,
  created: '2029-01-01T00:00:00.000Z',
  modified,
});

const held = (...objects: StixObject[]): Map<string, Held> =>
  new Map(
    objects.map((one) => [
      one.id,
      {
        digest: contentDigest(one),
        created: one['created'] as string,
        modified: one['modified'] as string,
        revoked: one['revoked'] === true,
      },
    ]),
  );

describe('an edition', () => {
  const a = object('a', 'Ilyas');
  const b = object('b', 'Timur');

  it('adds all where nothing is held', () => {
    expect(planEdition(new Map(), [a, b], first)).toEqual({
      applies: true,
      added: [a, b],
      changed: [],
      unchanged: [],
      revoked: [],
    });
  });

  it('changes nothing when it is put in again, also after its versions got a newer time', () => {
    const moved = held({ ...a, modified: second }, b);
    expect(planEdition(moved, [a, b], second, second)).toMatchObject({
      added: [],
      changed: [],
      unchanged: ['a', 'b'],
      revoked: [],
    });
  });

  it('makes a new version of what differs: at its own newer day, else at the time of the edition', () => {
    const newer = object('a', 'Ilyas Harun', '2031-03-09T00:00:00.000Z');
    const same = object('b', 'Timur Velesov');
    const { changed } = planEdition(held(a, b), [newer, same], second, first);
    expect(changed.map(({ modified }) => modified)).toEqual(['2031-03-09T00:00:00.000Z', second]);
  });

  it('makes no version of an entry of which only the counter of versions or the type of all is new', () => {
    const listing = (more: JsonObject): StixObject => ({
      ...object('a', 'Ilyas'),
      extensions: { person: { names: [{ full: 'Ilyas' }], listings: [{ reference: 'QDi.012', ...more }] } },
    });
    const before = held(listing({ entry_version: '12' }));
    const again = listing({ entry_version: '1', type: 'UN List' });
    expect(planEdition(before, [again], second, first).unchanged).toEqual(['a']);
    for (const said of [{ type: 'Another' }, { reference: 'QDi.013' }, { updated_on: ['2031-02-01'] }]) {
      expect(planEdition(before, [listing(said)], second, first).unchanged).toEqual([]);
    }
  });

  it('never gives a version a time that is not newer, and never changes `created`', () => {
    const late = { ...a, modified: second };
    const corrected = { ...object('a', 'Elias'), created: '2029-01-02T00:00:00.000Z' };
    const { changed } = planEdition(held(late), [corrected], second, second);
    expect(changed).toMatchObject([{ modified: '2031-06-30T00:00:00.001Z', created: a['created'] }]);
  });

  it('revokes what it lists no more, once', () => {
    expect(planEdition(held(a, b), [a], second, first).revoked).toEqual(['b']);
    expect(planEdition(held(a, { ...b, revoked: true }), [a], second, first).revoked).toEqual([]);
    expect(revokedVersion(b, second)).toEqual({ ...b, modified: second, revoked: true });
  });

  it('changes nothing where a newer one was put in before', () => {
    expect(planEdition(held(a), [object('a', 'old'), b], first, second)).toEqual({
      applies: false,
      added: [],
      changed: [],
      unchanged: [],
      revoked: [],
    });
  });

  it('is refused where it lists an entry twice, or nobody', () => {
    expect(() => planEdition(new Map(), [a, a], first)).toThrow(/two entries/);
    expect(() => planEdition(held(a), [], second, first)).toThrow(/lists nobody/);
  });

  it('never puts a version behind a revoked one', () => {
    expect(() => planEdition(held({ ...b, revoked: true }), [b], second)).toThrow(/is revoked/);
  });

  it('moves `modified` to its own time, or a millisecond on', () => {
    expect(bumpModified(a, second)['modified']).toBe(second);
    expect(bumpModified({ ...a, modified: second }, first)['modified']).toBe('2031-06-30T00:00:00.001Z');
  });
});
