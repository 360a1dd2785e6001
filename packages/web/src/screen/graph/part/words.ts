/** Words for what stands on the graph, for its drawing and its table alike. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../../app/questions.ts';
import type graph from '../../../catalogue/en/graph.ts';
import { useNames } from '../../../part/names.ts';
import { timesIn } from '../../../part/time.ts';
import { wordForRelationship, wordForType } from '../../../record/kind.ts';
import { titleOf, type Entry } from '../../../record/object.ts';
import { labelOf } from '../canvas/name.ts';
import type { Words } from '../canvas/looks.ts';
import { kindKeyOf } from '../picture/edge.ts';

type ReferenceKey = Extract<keyof typeof graph, `reference.${string}`>;

export interface GraphWords extends Words {
  /** Of a kind of link, whether it is a relationship or a property. */
  link: (kind: string, isReference: boolean) => string;
  title: (entry: Entry) => string;
}

export function useWords(): GraphWords {
  const { t, i18n } = useTranslation('graph');
  const { t: common } = useTranslation();
  const { t: stix } = useTranslation('stix');
  const names = useNames();
  const { data: me } = useQuery(meQuery);
  const own = me?.member.id;
  return useMemo(() => {
    const times = timesIn(i18n.language);
    const link = (kind: string, isReference: boolean): string => {
      if (kind === 'sighting') return t('sighted');
      if (!isReference) return wordForRelationship(kind, stix);
      const word = t(`reference.${kind}` as ReferenceKey, { defaultValue: '' });
      return word === '' ? kind.replace(/_refs?$/, '').replaceAll('_', ' ') : word;
    };
    // A class that has no word of its own is an identity.
    const kind = (key: string): string => {
      const word = wordForType(key, stix);
      return word === key ? wordForType(key.split('.')[0] ?? key, stix) : word;
    };
    return {
      kind,
      link,
      relation: (edge) => link(edge.kind, edge.isReference),
      member: (contributor) => {
        if (contributor === null) return common('of-the-hub');
        if (contributor === own) return common('own-contribution');
        return names(contributor) ?? common('members.unknown');
      },
      day: (time) => times.day(time),
      title: (entry) => labelOf(titleOf(entry.object)) || kind(kindKeyOf(entry)),
    };
  }, [t, common, stix, names, own, i18n.language]);
}
