/**
 * What is drawn for a world before it is written out as acts: small numbers and choices that shrink towards
 * nothing. Places of pools are numbers taken modulo the size of the pool.
 */
import * as fc from 'fast-check';

const place = fc.nat({ max: 11 });
const member = fc.nat({ max: 4 });
const community = fc.nat({ max: 2 });
/** Present in about one case of `of`; shrinks to absent. */
const sometimes = <T>(value: fc.Arbitrary<T>, of: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: of - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

export type AudienceSeed = { kind: 'public' } | { kind: 'member' | 'community'; number: number };

const audience: fc.Arbitrary<AudienceSeed> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: 'public' } as const) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('member' as const), number: member }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('community' as const), number: community }) },
);

export interface PartsSeed {
  any: AudienceSeed[][];
  level: number | undefined;
  attribute: boolean | undefined;
  owners: number[] | undefined;
  handling: string | undefined;
  /** Seconds after the act. */
  until: number | undefined;
  review: boolean | undefined;
}

const clause = fc.array(audience, { minLength: 1, maxLength: 3 });
const handling = fc.constantFrom('TLP:AMBER', 'PAP:RED', 'EUROPOL:H1', 'for the taskforce');

export const partsSeed: fc.Arbitrary<PartsSeed> = fc.record({
  any: fc.oneof(
    { weight: 8, arbitrary: fc.array(clause, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(clause, { minLength: 0, maxLength: 2 }) },
  ),
  level: sometimes(fc.nat({ max: 2 }), 8),
  attribute: sometimes(fc.constant(true), 12),
  owners: sometimes(fc.array(member, { minLength: 1, maxLength: 2 }), 8),
  handling: sometimes(handling, 8),
  until: sometimes(fc.integer({ min: 1, max: 90 }), 10),
  review: sometimes(fc.constant(true), 20),
});

export const objectKinds = [
  'malware',
  'identity',
  'relationship',
  'report',
  'indicator',
  'sighting',
  'note',
  'ipv4-addr',
  'file',
  'network-traffic',
  'language-content',
  'grouping',
  'marking-definition',
  'extension-definition',
] as const;
export type ObjectKind = (typeof objectKinds)[number];

export interface ObjectSeed {
  kind: ObjectKind;
  number: number;
  version: number;
  /** Which of the texts; 0 for most, so that versions often differ in `modified` alone. */
  wording: number;
  description: number | undefined;
  creator: number | undefined;
  references: number[];
  external: boolean | undefined;
  labels: boolean | undefined;
  /** Position in the pool of a custom property's reference, or of an extension's key and reference. */
  custom: number | undefined;
  extension: number | undefined;
  markings: number[] | undefined;
  granular: { marking: number; selector: number } | undefined;
  stated: PartsSeed | undefined;
  portions: { selector: number; parts: PartsSeed }[] | undefined;
  revoked: boolean | undefined;
  /** A cyber-observable under a random id, or a domain object under a UUIDv5 of no known recipe. */
  oddId: boolean | undefined;
  fault: 'ahead' | 'missing' | 'selector' | 'label' | undefined;
}

const often: readonly ObjectKind[] = ['malware', 'identity', 'report', 'language-content'];
const weighted: { weight: number; arbitrary: fc.Arbitrary<ObjectKind> }[] = objectKinds.map((kind) => ({
  weight: kind === 'relationship' ? 5 : often.includes(kind) ? 3 : 1,
  arbitrary: fc.constant(kind),
}));

export const objectSeed: fc.Arbitrary<ObjectSeed> = fc.record({
  kind: fc.oneof(...weighted),
  number: fc.nat({ max: 3 }),
  version: fc.nat({ max: 3 }),
  wording: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 3 }) }),
  description: sometimes(fc.nat({ max: 3 }), 3),
  creator: sometimes(member, 3),
  references: fc.array(place, { minLength: 1, maxLength: 3 }),
  external: sometimes(fc.constant(true), 8),
  labels: sometimes(fc.constant(true), 8),
  custom: sometimes(place, 6),
  extension: sometimes(place, 5),
  markings: sometimes(fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 2 }), 6),
  granular: sometimes(fc.record({ marking: fc.nat({ max: 5 }), selector: place }), 12),
  stated: sometimes(partsSeed, 4),
  portions: sometimes(
    fc.array(fc.record({ selector: place, parts: partsSeed }), { minLength: 1, maxLength: 2 }),
    5,
  ),
  revoked: sometimes(fc.constant(true), 12),
  oddId: sometimes(fc.constant(true), 15),
  fault: sometimes(fc.constantFrom('ahead' as const, 'missing', 'selector', 'label'), 20),
});

export type ActSeed =
  | {
      kind: 'put';
      member: number;
      collection: number | undefined;
      chosen: PartsSeed | undefined;
      objects: ObjectSeed[];
    }
  /** Puts again what an earlier put of the world held, under the same or another label or member. */
  | { kind: 'again'; of: number; member: number | undefined; chosen: PartsSeed | undefined }
  | { kind: 'relabel'; of: number; version: boolean; parts: PartsSeed }
  | { kind: 'recall'; of: number; version: boolean }
  /** The next step of onward release: put in under ownership, put in onward, ask, answer, withdraw. */
  | {
      kind: 'onward';
      of: number;
      object: ObjectSeed;
      member: number;
      parts: PartsSeed;
      isRefused: boolean | undefined;
      condition: 'any' | 'until' | 'parts' | undefined;
      /** Whether what was begun goes on; else something else begins. */
      goesOn: boolean;
    }
  | {
      kind: 'enter';
      community: number;
      member: number;
      nested: number | undefined;
      openedFrom: number | undefined;
    }
  | { kind: 'leave'; community: number; member: number; nested: number | undefined }
  | { kind: 'clearance'; member: number; rank: number }
  | { kind: 'grant'; member: number; held: boolean }
  /** A member leaves or is suspended, by turns of the acts before; one that is suspended is reinstated. */
  | { kind: 'standing'; member: number };

const kinds = <K extends string>(kind: K) => fc.constant(kind);
const nested = sometimes(community, 3);

const onwardSeed = fc.record({
  kind: kinds('onward'),
  of: fc.nat({ max: 59 }),
  object: objectSeed,
  member,
  parts: partsSeed,
  isRefused: sometimes(fc.constant(true), 8),
  condition: sometimes(fc.constantFrom('any' as const, 'until', 'parts'), 3),
  goesOn: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

export const actSeed: fc.Arbitrary<ActSeed> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: kinds('put'),
      member,
      collection: fc.oneof(
        { weight: 2, arbitrary: fc.constant(undefined) },
        { weight: 3, arbitrary: community },
      ),
      chosen: sometimes(partsSeed, 2),
      objects: fc.array(objectSeed, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kinds('again'),
      of: fc.nat({ max: 15 }),
      member: sometimes(member, 2),
      chosen: sometimes(partsSeed, 2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kinds('relabel'),
      of: fc.nat({ max: 15 }),
      version: fc.boolean(),
      parts: partsSeed,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kinds('recall'), of: fc.nat({ max: 15 }), version: fc.boolean() }),
  },
  { weight: 3, arbitrary: onwardSeed },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kinds('enter'),
      community,
      member,
      nested,
      openedFrom: sometimes(fc.integer({ min: 1, max: 3 }), 3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kinds('leave'), community, member, nested }) },
  { weight: 1, arbitrary: fc.record({ kind: kinds('clearance'), member, rank: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: kinds('grant'), member, held: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: kinds('standing'), member }) },
);

export interface WorldSeed {
  members: number;
  communities: number;
  /** Whether all acts are about very few objects, so that they meet more. */
  isFocused: boolean;
  /** For each community, the members that are in it from the start, as bits. */
  rosters: number[];
  /** Whether each community is in the one before it from the start. */
  nestings: boolean[];
  clearances: number[];
  acts: { seconds: number; seed: ActSeed }[];
}

/** @param maximumActs acts after the setting up of members and communities */
export const worldSeed = (
  members: { min: number; max: number },
  maximumActs: number,
): fc.Arbitrary<WorldSeed> =>
  fc.record({
    members: fc.integer(members),
    communities: fc.integer({ min: 1, max: 3 }),
    isFocused: fc.boolean(),
    rosters: fc.array(fc.oneof(fc.nat({ max: 31 }), fc.constant(31)), { minLength: 3, maxLength: 3 }),
    nestings: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
    clearances: fc.array(fc.nat({ max: 2 }), { minLength: 5, maxLength: 5 }),
    acts: fc.oneof(
      { weight: 2, arbitrary: acts(actSeed, maximumActs) },
      {
        weight: 1,
        arbitrary: acts(
          fc.oneof({ weight: 4, arbitrary: onwardSeed }, { weight: 1, arbitrary: actSeed }),
          maximumActs,
        ),
      },
    ),
  });

const acts = (seed: fc.Arbitrary<ActSeed>, most: number): fc.Arbitrary<WorldSeed['acts']> =>
  fc.array(
    fc.record({
      seconds: fc.oneof(
        { weight: 5, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.integer({ min: 2, max: 60 }) },
      ),
      seed,
    }),
    { minLength: 1, maxLength: most, size: 'max' },
  );
