/** What the catalogues hold: English says which words there are, French has to have the same. */
import type bringIn from './en/bring-in.ts';
import type coalition from './en/coalition.ts';
import type common from './en/common.ts';
import type consent from './en/consent.ts';
import type deciding from './en/deciding.ts';
import type decisions from './en/decisions.ts';
import type entrance from './en/entrance.ts';
import type graph from './en/graph.ts';
import type health from './en/health.ts';
import type matching from './en/matching.ts';
import type messages from './en/messages.ts';
import type ledger from './en/ledger.ts';
import type places from './en/places.ts';
import type protection from './en/protection.ts';
import type record from './en/record.ts';
import type release from './en/release.ts';
import type reports from './en/reports.ts';
import type requests from './en/requests.ts';
import type screening from './en/screening.ts';
import type search from './en/search.ts';
import type settings from './en/settings.ts';
import type situation from './en/situation.ts';
import type stix from './en/stix.ts';

export interface Words {
  'bring-in': typeof bringIn;
  coalition: typeof coalition;
  common: typeof common;
  consent: typeof consent;
  deciding: typeof deciding;
  decisions: typeof decisions;
  entrance: typeof entrance;
  graph: typeof graph;
  health: typeof health;
  matching: typeof matching;
  messages: typeof messages;
  ledger: typeof ledger;
  places: typeof places;
  protection: typeof protection;
  record: typeof record;
  release: typeof release;
  reports: typeof reports;
  requests: typeof requests;
  screening: typeof screening;
  search: typeof search;
  settings: typeof settings;
  situation: typeof situation;
  stix: typeof stix;
}

/** The same keys, and for French the plural of millions (`_many`) wherever there are plurals. */
export type French<English> = { [Key in keyof English]: string } & {
  [Key in keyof English as Key extends `${infer Stem}_one` ? `${Stem}_many` : never]: string;
};
