/** The whole story in order: who comes, who belongs where, who may see what, and what each puts in. */
import type { DemonstrationAct, DemonstrationDeed } from './acts.ts';
import { communityOf, demonstrationCommunities, type DemonstrationCommunity } from './communities.ts';
import type { Bilingual } from './language.ts';
import { demonstrationMembers, memberOf, type DemonstrationMember } from './members.ts';
import { recordsAfterAccession, recordsBeforeAccession, type DemonstrationPut } from './records.ts';
import { allianceLevels, clearances, financialInquirers, financialInquiry } from './rights.ts';

type Told = DemonstrationDeed & { title: Bilingual };

/** Which acts are wanted: all, or, for an empty cell, members and what they hold without any record. */
export interface StoryOptions {
  /** Leaves out every 'put'. */
  empty?: boolean;
}

/** The acts of the demonstration, a second apart, for a runner to perform from now on. */
export function demonstrationActs({ empty = false }: StoryOptions = {}): DemonstrationAct[] {
  const present = demonstrationMembers.filter(({ standing }) => standing !== 'acceding');
  const acceding = demonstrationMembers.filter(({ standing }) => standing === 'acceding');
  const acts: Told[] = [
    ...present.map(admission),
    ...demonstrationCommunities.flatMap(founding),
    ...rights(present),
    ...recordsBeforeAccession().map(putting),
    ...acceding.flatMap((member) => [admission(member), entry(communityOf('coalition'), member.id)]),
    ...rights(acceding),
    ...recordsAfterAccession().map(putting),
  ];
  return acts
    .filter(({ kind }) => !empty || kind !== 'put')
    .map((act, index) => ({ sinceStart: index + 1, ...act }));
}

/** The act that is still to come: the 29th nation accedes to the alliance. No part of `demonstrationActs`. */
export function accession(sinceStart: number): DemonstrationAct {
  return { sinceStart, ...entry(communityOf('alliance-nations'), memberOf('montenegro').id) };
}

const nameOf = (id: string): Bilingual =>
  [...demonstrationMembers, ...demonstrationCommunities].find((one) => one.id === id)?.names ?? {
    en: id,
    fr: id,
  };

const said = (en: string, fr: string): { title: Bilingual } => ({ title: { en, fr } });

function admission({ key, id, identity, kind, names }: DemonstrationMember): Told {
  return {
    kind: 'member',
    id,
    name: names.en,
    memberKind: kind,
    identity,
    user: key,
    ...said(`${names.en} enters the cell`, `Entrée dans la cellule\u00a0: ${names.fr}`),
  };
}

function founding(community: DemonstrationCommunity): Told[] {
  const { id, names, roster } = community;
  return [
    {
      kind: 'community',
      id,
      name: names.en,
      ...said(
        `The community “${names.en}” is founded`,
        `Fondation de la communauté «\u00a0${names.fr}\u00a0»`,
      ),
    },
    ...roster.map((one) => entry(community, one)),
  ];
}

function entry({ id, names }: DemonstrationCommunity, one: string): Told {
  const who = nameOf(one);
  return {
    kind: 'enter',
    community: id,
    entry: one,
    ...said(`${who.en} joins “${names.en}”`, `Entrée dans «\u00a0${names.fr}\u00a0»\u00a0: ${who.fr}`),
  };
}

/** Policy and attribute come with their first holders; later holders are granted what exists. */
function rights(members: readonly DemonstrationMember[]): Told[] {
  const keys = new Set(members.map(({ key }) => key));
  const owns = keys.has(allianceLevels.owner);
  const owner = memberOf(allianceLevels.owner).id;
  const { names: levels } = allianceLevels;
  const { names: inquiry } = financialInquiry;
  const created: Told[] = [
    { kind: 'policy', id: allianceLevels.id, owner, name: levels.en, title: levels },
    { kind: 'attribute', id: financialInquiry.id, owner, name: inquiry.en, title: inquiry },
  ];
  const cleared = clearances.filter(({ member }) => keys.has(member));
  const inquirers = financialInquirers.filter((member) => keys.has(member));
  return [
    ...(owns ? created : []),
    ...cleared.map(({ member, rank }): Told => {
      const { id, names } = memberOf(member);
      return {
        kind: 'clearance',
        policy: allianceLevels.id,
        member: id,
        rank,
        ...said(`${names.en} is cleared to rank ${rank}`, `Habilitation au rang ${rank} : ${names.fr}`),
      };
    }),
    ...inquirers.map((member): Told => {
      const { id, names } = memberOf(member);
      return {
        kind: 'grant',
        attribute: financialInquiry.id,
        member: id,
        held: true,
        ...said(
          `${names.en} holds “${inquiry.en}”`,
          `Attribut «\u00a0${inquiry.fr}\u00a0»\u00a0: ${names.fr}`,
        ),
      };
    }),
  ];
}

function putting({ member, collection, chosen, objects, title }: DemonstrationPut): Told {
  return {
    kind: 'put',
    member: memberOf(member).id,
    collection: collection === 'own' ? 'own' : communityOf(collection).id,
    ...(chosen === undefined ? {} : { chosen }),
    objects,
    title,
  };
}
