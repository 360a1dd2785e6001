/** Small fixed pools of ids and words, so that the acts of a random world meet each other. All invented. */

const uuid = (kind: string, number: number): string =>
  `${kind.padEnd(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const memberIds = [1, 2, 3, 4, 5].map((number) => uuid('a0', number));
export const memberNames = ['Aldane', 'Borrow', 'Corvane', 'Dunmere', 'Estwick'];
export const communityIds = [1, 2, 3].map((number) => uuid('c0', number));
export const communityNames = ['Harbour', 'Lantern', 'Meridian'];
export const policyId = uuid('b0', 1);
export const attributeId = uuid('b1', 1);

/** Ids of the stated type that any act may name, whether or not anything was put in under them. */
export const poolId = (type: string, number: number): string => `${type}--${uuid('d0', number)}`;

/** The identity that binds the member with this number. */
export const identityOf = (member: number): string => poolId('identity', member + 1);

/** Identities that bind nobody. */
const strangers = [8, 9].map((number) => poolId('identity', number));
const few = (type: string): string[] => [1, 2].map((number) => poolId(type, number));

export const identityPool = [...memberIds.map((_, index) => identityOf(index)), ...strangers];
export const domainPool = [...few('malware'), ...few('indicator'), ...few('report'), poolId('grouping', 1)];
export const markingPool = few('marking-definition');
export const extensionPool = few('extension-definition');
export const words = ['amber otter', 'night heron', 'Brèche du port', 'quiet harbour'];
export const addresses = ['192.0.2.7', '198.51.100.20'];
export const fileNames = ['invoice.pdf', 'notes.txt'];

const firstVersion = Date.UTC(2026, 0, 1);
const day = 86_400_000;

/** The `modified` of a version, counted from 0: a day apart, all before the acts of a world. */
export const versionTime = (version: number): string => new Date(firstVersion + version * day).toISOString();

/** The instant of the first act of a world, in microseconds. */
export const firstInstant = Date.UTC(2026, 5, 1) * 1000;
