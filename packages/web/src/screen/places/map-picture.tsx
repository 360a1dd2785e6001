/** The map: land and borders beneath, and a button for each spot or for several that lie close together. */
import { useMantineTheme, useComputedColorScheme, Text } from '@mantine/core';
import { Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../part/time.ts';
import { disputedBorders } from './atlas.ts';
import type { BaseMap } from './base-map.ts';
import { boundsOf, clustersOf, type Cluster, type Group } from './group.ts';
import { mapStyle } from './map-style.ts';
import { useSpotNames } from './spot-name.tsx';

setWorkerUrl(workerUrl);

export interface MapPictureProps {
  baseMap: BaseMap;
  groups: readonly Group[];
  /** Keys of the spots whose records are shown. */
  chosen: readonly string[];
  onChoose: (keys: readonly string[]) => void;
}

export function MapPicture({ baseMap, groups, chosen, onChoose }: MapPictureProps): ReactNode {
  const { t } = useTranslation('places');
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const { map, isLacking } = useMap(frame, baseMap);
  useBounds(map, groups);
  useMarkers(map, groups, chosen, onChoose);
  return (
    <div className="map">
      <div ref={setFrame} className="map-frame" role="region" aria-label={t('map')} />
      {isLacking && (
        <Text size="sm" className="map-lacking">
          {t('map.lacking')}
        </Text>
      )}
    </div>
  );
}

/** The map in its frame, for as long as the frame is there; it takes on the appearance of the page. */
function useMap(
  container: HTMLDivElement | null,
  baseMap: BaseMap,
): { map: MapLibre | undefined; isLacking: boolean } {
  const { t } = useTranslation('places');
  const scheme = useComputedColorScheme('light');
  const { colors } = useMantineTheme();
  const style = useMemo(
    () => mapStyle(baseMap, scheme, disputedBorders(), colors),
    [baseMap, scheme, colors],
  );
  const [map, setMap] = useState<MapLibre>();
  const [isLacking, setLacking] = useState(false);
  useEffect(() => {
    if (container === null) return undefined;
    let made: MapLibre;
    try {
      made = new MapLibre({
        container,
        center: [20, 35],
        zoom: 1,
        maxZoom: 9,
        dragRotate: false,
        touchPitch: false,
        pitchWithRotate: false,
        attributionControl: false,
        locale: {
          'NavigationControl.ZoomIn': t('map.zoom-in'),
          'NavigationControl.ZoomOut': t('map.zoom-out'),
          'Map.Title': t('map'),
        },
      });
    } catch {
      // A browser without WebGL draws no map: this is said in its place, and the list has everything.
      // oxlint-disable-next-line react/set-state-in-effect -- only the attempt tells
      setLacking(true);
      return undefined;
    }
    made.touchZoomRotate.disableRotation();
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    setMap(made);
    return () => {
      setMap(undefined);
      made.remove();
    };
  }, [container, t]);
  useEffect(() => {
    map?.setStyle(style);
  }, [map, style]);
  return { map, isLacking };
}

/** Shows all spots once they are there, and again when there are others; not while one looks around. */
function useBounds(map: MapLibre | undefined, groups: readonly Group[]): void {
  const bounds = boundsOf(groups);
  const key = bounds?.join(' ');
  useEffect(() => {
    if (map === undefined || key === undefined) return;
    const [west = 0, south = 0, east = 0, north = 0] = key.split(' ').map(Number);
    map.fitBounds([west, south, east, north], { padding: 56, maxZoom: 5, animate: false });
  }, [map, key]);
}

function useMarkers(
  map: MapLibre | undefined,
  groups: readonly Group[],
  chosen: readonly string[],
  onChoose: (keys: readonly string[]) => void,
): void {
  const { t } = useTranslation('places');
  const times = useTimes();
  const names = useSpotNames();
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  }, [onChoose]);
  useEffect(() => {
    if (map === undefined) return undefined;
    let markers: Marker[] = [];
    const clear = (): void => {
      for (const marker of markers) marker.remove();
      markers = [];
    };
    const labelOf = ({ groups: [group], groups: all, count }: Cluster): string =>
      all.length > 1 || group === undefined
        ? t('map.cluster', { count, places: times.number(all.length) })
        : t('map.spot', { count, place: names(group) });
    const draw = (): void => {
      // What has the focus keeps it, though it is made anew.
      const focused = document.activeElement?.getAttribute('data-spots');
      clear();
      markers = clustersOf(groups, (at) => map.project([...at])).map((cluster) => {
        const element = buttonOf(cluster, labelOf(cluster), times.number(cluster.count), chosen);
        element.addEventListener('click', () => choose.current(cluster.groups.map(({ key }) => key)));
        return new Marker({ element }).setLngLat([...cluster.at]).addTo(map);
      });
      if (focused !== null && focused !== undefined) {
        map
          .getContainer()
          .querySelector<HTMLElement>(`[data-spots=${JSON.stringify(focused)}]`)
          ?.focus();
      }
    };
    draw();
    map.on('zoomend', draw);
    return () => {
      map.off('zoomend', draw);
      clear();
    };
  }, [map, groups, chosen, t, times, names]);
}

function buttonOf(
  { groups, count }: Cluster,
  label: string,
  shown: string,
  chosen: readonly string[],
): HTMLButtonElement {
  const button = document.createElement('button');
  const isArea = groups.every(({ spot }) => spot.kind !== 'point');
  const size = count < 10 ? 'small' : count < 100 ? 'middle' : 'large';
  button.type = 'button';
  button.className = `map-spot map-spot-${size}${isArea ? ' map-spot-area' : ''}`;
  button.textContent = shown;
  button.setAttribute('aria-label', label);
  button.setAttribute('aria-pressed', String(groups.some(({ key }) => chosen.includes(key))));
  button.setAttribute('data-spots', groups.map(({ key }) => key).join('|'));
  return button;
}
