/** What a spot is called, and how exactly it is known. */
import type { TFunction } from 'i18next';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { useTimes } from '../../part/time.ts';
import { safeText } from '../../record/safe-text.ts';
import { textIn } from '../../record/object.ts';
import type { Group } from './group.ts';

/** The name of a spot as plain text. */
export function useSpotNames(): (group: Group) => string {
  const { t, i18n } = useTranslation('places');
  return useCallback((group) => safeText(nameOf(group, t, i18n.language)).text, [t, i18n.language]);
}

function nameOf({ spot, placed }: Group, t: TFunction<'places'>, language: string): string {
  if (spot.kind === 'region') return t(`region.${spot.region}`);
  if (spot.kind === 'country')
    return new Intl.DisplayNames([language], { type: 'region' }).of(spot.code) ?? spot.code;
  const named = placed.find(({ sense }) => sense === 'itself')?.entry.object;
  const [longitude, latitude] = spot.at;
  return (named && textIn(named, 'name')) ?? spot.name ?? `${latitude}, ${longitude}`;
}

export function SpotName({ group }: { group: Group }): ReactNode {
  const names = useSpotNames();
  return group.spot.kind === 'point' ? <Foreign text={names(group)} /> : names(group);
}

/** Whether it is the place itself, its surroundings, or the middle of a country or region. */
export function useExactness(): (group: Group) => string {
  const { t } = useTranslation('places');
  const times = useTimes();
  return ({ spot }) => {
    if (spot.kind === 'country') return t('exact.country');
    if (spot.kind === 'region') return t('exact.region');
    if (spot.metres === undefined) return t('exact.point');
    return spot.metres < 1000
      ? t('exact.metres', { metres: times.number(Math.round(spot.metres)) })
      : t('exact.kilometres', { kilometres: times.number(Math.round(spot.metres / 1000)) });
  };
}
