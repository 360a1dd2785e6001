/** The map where it is shown: loaded when it is, with a place of its own size until then. */
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Loading } from '../../part/states.tsx';
import { baseMapQuery } from './atlas.ts';
import type { MapPictureProps } from './map-picture.tsx';

const MapPicture = lazy(() => import('./map-picture.tsx'));

export function MapArea(props: Omit<MapPictureProps, 'baseMap'>): ReactNode {
  const { t } = useTranslation('places');
  const { data: baseMap, error, refetch } = useQuery(baseMapQuery);
  return (
    <figure className="map-area">
      {error !== null && <Failed error={error} onRetry={() => void refetch()} />}
      {error === null && (
        <Suspense fallback={<Loading />}>
          {baseMap === undefined ? <Loading /> : <MapPicture {...props} baseMap={baseMap} />}
        </Suspense>
      )}
      <Text component="figcaption" size="xs" c="dimmed">
        {t('map.source')}
      </Text>
    </figure>
  );
}
