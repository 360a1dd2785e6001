/** What the catalogues hold: English says which words there are, French has to have the same. */
import type bringIn from './en/bring-in.ts';
import type coalition from './en/coalition.ts';
import type common from './en/common.ts';
import type entrance from './en/entrance.ts';
import type graph from './en/graph.ts';
import type ledger from './en/ledger.ts';
import type places from './en/places.ts';
import type record from './en/record.ts';
import type release from './en/release.ts';
import type reports from './en/reports.ts';
import type search from './en/search.ts';
import type settings from './en/settings.ts';
import type situation from './en/situation.ts';
import type stix from './en/stix.ts';

export interface Words {
  'bring-in': typeof bringIn;
  coalition: typeof coalition;
  common: typeof common;
  entrance: typeof entrance;
  graph: typeof graph;
  ledger: typeof ledger;
  places: typeof places;
  record: typeof record;
  release: typeof release;
  reports: typeof reports;
  search: typeof search;
  settings: typeof settings;
  situation: typeof situation;
  stix: typeof stix;
}

/** The same keys, and for French the plural of millions (`_many`) wherever there are plurals. */
export type French<English> = { [Key in keyof English]: string } & {
  [Key in keyof English as Key extends `${infer Stem}_one` ? `${Stem}_many` : never]: string;
};
