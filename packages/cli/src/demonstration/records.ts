/** All that the members of the demonstration share: invented persons, groups, journeys and incidents. */
import { memberOf, type MemberKey } from './members.ts';
import { afterAccession } from './records/after-accession.ts';
import { fromAlliance } from './records/alliance.ts';
import { fromBelgium } from './records/belgium.ts';
import { fromBulgaria } from './records/bulgaria.ts';
import { fromFrance } from './records/france.ts';
import { fromGermany } from './records/germany.ts';
import { fromGreece } from './records/greece.ts';
import { fromIraq } from './records/iraq.ts';
import { fromJordan } from './records/jordan.ts';
import { fromKuwait } from './records/kuwait.ts';
import { fromNetherlands } from './records/netherlands.ts';
import { gazetteer } from './records/places.ts';
import { noon, releasedTo, type DemonstrationPut } from './records/record.ts';
import { fromTurkey } from './records/turkey.ts';
import { fromUnitedKingdom } from './records/united-kingdom.ts';
import { fromUnitedStates } from './records/united-states.ts';

export type { DemonstrationPut } from './records/record.ts';

/** What is put in before the 29th nation comes, in the order in which it is put. */
export function recordsBeforeAccession(): DemonstrationPut[] {
  const told = [
    ...fromFrance(),
    ...fromGreece(),
    ...fromTurkey(),
    ...fromBulgaria(),
    ...fromJordan(),
    ...fromIraq(),
    ...fromBelgium(),
    ...fromGermany(),
    ...fromKuwait(),
    ...fromUnitedStates(),
    ...fromUnitedKingdom(),
    ...fromNetherlands(),
    ...fromAlliance(),
  ];
  const contributors = new Set<MemberKey>([...told, ...recordsAfterAccession()].map(({ member }) => member));
  return [...[...contributors].map(presentation), gazetteer(), ...told];
}

/** What is put in once the 29th nation is there. */
export function recordsAfterAccession(): DemonstrationPut[] {
  const said = [...fromTurkey(), ...fromIraq()].flatMap(({ objects }) => objects);
  return afterAccession(said);
}

/** A contributor says who it is: its identity, which its objects name as creator, is for every member. */
function presentation(key: MemberKey): DemonstrationPut {
  const { identity, names } = memberOf(key);
  return {
    member: key,
    title: {
      en: `${names.en} presents itself to every member`,
      fr: `Identité de membre, pour tous\u00a0: ${names.fr}`,
    },
    collection: 'own',
    chosen: releasedTo('public'),
    objects: [
      {
        type: 'identity',
        spec_version: '2.1',
        id: identity,
        created: noon('2016-06-01'),
        modified: noon('2016-06-01'),
        name: names.en,
        identity_class: 'organization',
        sectors: ['government'],
      },
    ],
  };
}
