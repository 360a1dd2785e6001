/** The map where it is shown: loaded when it is, with a place of its own size until then. */
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { screenOf } from '../../app/files.ts';
import { Fetched } from '../../part/fetched.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { baseMapQuery } from './atlas.ts';
import type { MapPictureProps } from './map-picture.tsx';

const MapPicture = screenOf(() => import('./map-picture.tsx'), 'MapPicture');

export function MapArea(props: Omit<MapPictureProps, 'baseMap'>): ReactNode {
  const { t } = useTranslation('places');
  const { data: baseMap, error, refetch } = useQuery(baseMapQuery);
  return (
    <figure className="map-area">
      {error !== null && <Failed error={error} onRetry={() => void refetch()} />}
      {error === null && (
        <Fetched>{baseMap === undefined ? <Loading /> : <MapPicture {...props} baseMap={baseMap} />}</Fetched>
      )}
      <Text component="figcaption" size="xs" c="dimmed">
        {t('map.source')}
      </Text>
    </figure>
  );
}
