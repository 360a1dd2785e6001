/** What the page says, in both languages. */
import type { Bilingual } from '../language.ts';

export const words = {
  title: { en: 'One cell, three views', fr: 'Une cellule, trois vues' },
  lead: {
    en: 'The coalition of May 2017. Each column is all that one member may see, as if nothing else existed. Persons, groups, journeys and incidents are invented.',
    fr: 'La coalition de mai 2017. Chaque colonne est tout ce qu’un membre peut voir, comme si rien d’autre n’existait. Personnes, groupes, voyages et incidents sont inventés.',
  },
  other: { en: 'Français', fr: 'English' },
  contributions: { en: 'contributions', fr: 'contributions' },
  contribution: { en: 'contribution', fr: 'contribution' },
  from: { en: 'from ', fr: '' },
  own: { en: 'own contribution', fr: 'sa contribution' },
  born: { en: 'Born', fr: 'Naissance' },
  papers: { en: 'Papers', fr: 'Papiers' },
  address: { en: 'Address', fr: 'Adresse' },
  about: { en: 'Refers to', fr: 'Renvoie à' },
  released: { en: 'Released to', fr: 'Diffusé à' },
  everybody: { en: 'every member', fr: 'tous les membres' },
  rank: { en: 'rank', fr: 'rang' },
  owner: { en: 'consent of', fr: 'accord de' },
  until: { en: 'until', fr: 'jusqu’au' },
  or: { en: 'or', fr: 'ou' },
  seen: { en: 'times seen', fr: 'observations' },
  comparison: { en: 'Three views side by side', fr: 'Trois vues côte à côte' },
} satisfies Record<string, Bilingual>;

/** Titles of the groups of rows, in the order of the page, and the types in each; the last takes the rest. */
export const groups: readonly { title: Bilingual; types: readonly string[] }[] = [
  { title: { en: 'Persons and groups', fr: 'Personnes et groupes' }, types: ['identity', 'threat-actor'] },
  {
    title: { en: 'Incidents, reports and notes', fr: 'Incidents, rapports et notes' },
    types: ['incident', 'report', 'grouping', 'note', 'opinion', 'language-content'],
  },
  { title: { en: 'Links and journeys', fr: 'Liens et voyages' }, types: ['relationship', 'sighting'] },
  { title: { en: 'Observations', fr: 'Observations' }, types: [] },
  { title: { en: 'Places', fr: 'Lieux' }, types: ['location'] },
];

/** Identities of the members themselves stand last. */
export const membersGroup: Bilingual = { en: 'Members', fr: 'Membres' };

export const typeNames: Readonly<Record<string, Bilingual>> = {
  identity: { en: 'identity', fr: 'identité' },
  'threat-actor': { en: 'threat actor', fr: 'acteur de la menace' },
  incident: { en: 'incident', fr: 'incident' },
  report: { en: 'report', fr: 'rapport' },
  grouping: { en: 'grouping', fr: 'regroupement' },
  note: { en: 'note', fr: 'note' },
  opinion: { en: 'opinion', fr: 'avis' },
  'language-content': { en: 'translation', fr: 'traduction' },
  relationship: { en: 'relationship', fr: 'relation' },
  sighting: { en: 'sighting', fr: 'signalement' },
  location: { en: 'place', fr: 'lieu' },
  indicator: { en: 'indicator', fr: 'indicateur' },
  'observed-data': { en: 'observed data', fr: 'données observées' },
  'user-account': { en: 'account', fr: 'compte' },
  'email-addr': { en: 'e-mail address', fr: 'adresse électronique' },
  'domain-name': { en: 'domain name', fr: 'nom de domaine' },
  url: { en: 'URL', fr: 'URL' },
};

export const relationshipNames: Readonly<Record<string, Bilingual>> = {
  'located-at': { en: 'located at', fr: 'localisé à' },
  'related-to': { en: 'related to', fr: 'en lien avec' },
  'duplicate-of': { en: 'same as', fr: 'identique à' },
  'attributed-to': { en: 'attributed to', fr: 'attribué à' },
  'based-on': { en: 'based on', fr: 'fondé sur' },
  indicates: { en: 'indicates', fr: 'indique' },
};
