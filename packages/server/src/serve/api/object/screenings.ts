/** Screening: the persons of the view that a name may be, with what else is known of both. */
import type { FastifyInstance } from 'fastify';
import { setImmediate as breathe } from 'node:timers/promises';
import { screeningOperations as operations, type AskedPerson } from '@entente/contract/screening';
import { organisationExtensionId, personExtensionId } from '@entente/core/extension/identifiers';
import type { OrganisationContent } from '@entente/core/extension/organisation';
import type { PersonContent } from '@entente/core/extension/person';
import type { NameHit, NameIndex } from '@entente/core/names/index';
import { doubtOf, evidenceOf, probabilityWith, type PersonEvidence } from '@entente/core/names/person';
import type { JsonObject } from '@entente/core/stix/types';
import type { View } from '@entente/store/view/reader';
import type { Caller } from '../../../caller.ts';
import { Turns } from '../../../turns.ts';
import type { Ports } from '../../ports.ts';
import { JsonText } from '../json-text.ts';
import { route } from '../route.ts';
import { namedIn, type Named } from './named.ts';
import { atDesk, type Desk } from './presented.ts';
import { ViewNames } from './view-names.ts';

/** Persons whose candidates are read at once: each read is a transaction of its own, so that nobody waits for a thousand. */
const personsOfRead = 50;
/** Screenings of an account that may be there at once: one is done, the others wait. */
const mostAtOnce = 8;
/** Objects that are looked into besides those that are given: what else is known may put them first. */
const besides = 10;

export function screeningRoutes(api: FastifyInstance, ports: Ports): void {
  const names = new ViewNames(ports.presenter);
  const accounts = new Turns(mostAtOnce);
  const erasures = ports.onErasure((erasure) => names.forget(erasure));
  const considered = ports.onConsidered((one) => names.doubt(one));
  api.addHook('onClose', () => {
    erasures();
    considered();
  });
  route(api, operations.screen, ({ caller, body: { persons, limit } }) =>
    accounts.take(caller.account, async () => {
      await ports.caughtUp(caller);
      const items: string[] = [];
      for (let from = 0; from < persons.length; from += personsOfRead)
        items.push(...(await screen(ports, caller, names, persons.slice(from, from + personsOfRead), limit)));
      return JsonText.page(items, undefined);
    }),
  );
}

/**
 * Looks names up with no view open, as that takes a while. What is found is read in a view of its own: who has left
 * since, or is called otherwise, is no candidate.
 */
async function screen(
  ports: Ports,
  caller: Caller,
  names: ViewNames,
  persons: readonly AskedPerson[],
  limit: number,
): Promise<string[]> {
  const index = await names.of(caller.reader, (read) => ports.view(caller, read));
  const hits = await lookUp(index, persons, limit + besides);
  return atDesk(ports, caller, 'screen', async (desk, view) => {
    const claims = await claimsOf(view, hits.flat(), ports);
    return persons.map((person, at) => {
      const found = (hits[at] ?? []).flatMap((hit) => candidateOf(person, hit, claims.get(hit.item) ?? []));
      const given = found.sort(inOrder).slice(0, limit);
      return `{"asked":${JSON.stringify(person)},"candidates":[${given.flatMap((one) => textOf(desk, one)).join(',')}]}`;
    });
  });
}

/** Whoever looks names up, it is one name at a time, and the process sees to all else in between. */
const paces = new Turns();

async function lookUp(
  index: NameIndex<string>,
  persons: readonly AskedPerson[],
  most: number,
): Promise<NameHit<string>[][]> {
  const hits: NameHit<string>[][] = [];
  for (const { name } of persons) {
    await paces.take('', async () => {
      hits.push(index.lookUp(name, most));
      await breathe();
    });
  }
  return hits;
}

/** What the view has of these objects at this moment, which may be less than the feed says yet. */
async function claimsOf(
  view: View,
  hits: readonly NameHit<string>[],
  { presenter }: Ports,
): Promise<Map<string, Named[]>> {
  const ids = [...new Set(hits.map(({ item }) => item))];
  const claims = new Map(ids.map((id): [string, Named[]] => [id, []]));
  for (const claim of await namedIn(view, ids, presenter)) claims.get(claim.seen.object)?.push(claim);
  return claims;
}

interface Candidate {
  readonly hit: NameHit<string>;
  readonly claim: Named;
  readonly evidence: PersonEvidence;
  readonly probability: number;
}

/** The claim that calls it so and of which what else is known tells most for it. */
function candidateOf(person: AskedPerson, hit: NameHit<string>, claims: readonly Named[]): Candidate[] {
  const found = claims
    .filter(({ names }) => names.includes(hit.name))
    .map((claim): Candidate => {
      const evidence = evidenceOf(person, detailsIn(claim.form));
      return { hit, claim, evidence, probability: probabilityWith(hit.comparison, evidence) };
    });
  return found.sort((one, two) => two.probability - one.probability).slice(0, 1);
}

/**
 * What else is known: of an organisation, its documents. Extensions of the project are valid where they are taken in; of
 * what a portion closed, the rest is there.
 */
function detailsIn(form: JsonObject): Partial<PersonContent> {
  const extensions = (form['extensions'] ?? {}) as JsonObject;
  const { documents } = (extensions[organisationExtensionId] ?? {}) as Partial<OrganisationContent>;
  const person = extensions[personExtensionId] as Partial<PersonContent> | undefined;
  return person ?? (documents === undefined ? {} : { documents });
}

/** The index has them in order by name, which stays where nothing else tells. */
const inOrder = (one: Candidate, two: Candidate): number => two.probability - one.probability;

function textOf(desk: Desk, { hit, claim, evidence, probability }: Candidate): string[] {
  const entry = desk.entry(claim.seen);
  if (entry === undefined) return [];
  const { parts, leftAlone, rightAlone, particles, evidence: byName } = hit.comparison;
  const { birth, ...others } = evidence;
  const doubt = doubtOf(hit.comparison, evidence);
  const bits = { ...byName, ...(birth && { birth: birth.bits }), ...others, ...(doubt < 0 && { doubt }) };
  const told = {
    name: hit.name,
    probability: rounded(probability, 4),
    parts: parts.map((part) => ({
      ...part,
      likeness: rounded(part.likeness, 3),
      bits: rounded(part.bits, 2),
    })),
    leftAlone,
    rightAlone,
    particles,
    evidence: Object.fromEntries(Object.entries(bits).map(([what, value]) => [what, rounded(value, 2)])),
    ...(birth && { birth: birth.meeting }),
  };
  return [`{"entry":${entry},${JSON.stringify(told).slice(1)}`];
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
