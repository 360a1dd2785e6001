/** Beside the map: every spot as a list, or the records of those that are chosen. */
import { Button, Group as Row, Text, UnstyledButton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryRow } from '../../part/entry.tsx';
import { Empty } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { keyOfSpot } from '../../record/where.ts';
import type { Group } from './group.ts';
import { SpotName, useExactness } from './spot-name.tsx';

export function Spots({
  groups,
  chosen,
  onChoose,
}: {
  groups: readonly Group[];
  chosen: readonly string[];
  onChoose: (keys: readonly string[]) => void;
}): ReactNode {
  const { t } = useTranslation('places');
  const times = useTimes();
  const exactness = useExactness();
  const { frame, virtual, total } = useRows(groups.length, 56);
  if (groups.length === 0) return <Empty title={t('spots.none')} next={t('spots.none.next')} />;
  return (
    <div ref={frame} className="places-side" role="group" aria-label={t('spots')}>
      <div style={{ height: total, position: 'relative' }} role="list">
        {virtual.map(({ index, start, measure }) => {
          const group = groups[index];
          return group === undefined ? null : (
            <div
              key={group.key}
              role="listitem"
              ref={measure}
              data-index={index}
              style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
            >
              <UnstyledButton
                className="spot-row"
                data-chosen={chosen.includes(group.key) ? '' : undefined}
                onClick={() => onChoose([group.key])}
              >
                <span className="spot-row-main">
                  <Text span size="sm" fw={600} className="lines">
                    <SpotName group={group} />
                  </Text>
                  <Text span size="xs" c="dimmed">
                    {exactness(group)}
                  </Text>
                </span>
                <Text span size="sm">
                  {times.number(group.placed.length)}
                </Text>
              </UnstyledButton>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The records at the spots that were chosen. */
export function RecordsAt({
  keys,
  groups,
  onBack,
}: {
  keys: readonly string[];
  groups: readonly Group[];
  onBack: () => void;
}): ReactNode {
  const { t } = useTranslation('places');
  const chosen = groups.filter(({ key }) => keys.includes(key));
  const shown = chosen.flatMap(({ placed }) => placed);
  const { frame, virtual, total } = useRows(shown.length, 84);
  const [first] = chosen;
  return (
    <div ref={frame} className="places-side" role="group" aria-label={t('chosen')}>
      <Row p="xs" gap="xs" wrap="nowrap" className="places-side-head">
        <Button
          size="compact-sm"
          variant="default"
          className="places-back"
          leftSection={<IconArrowLeft size={14} aria-hidden />}
          onClick={onBack}
        >
          {t('spots.all')}
        </Button>
        <Text size="sm" fw={600} truncate>
          {chosen.length > 1 && t('chosen.spots', { count: chosen.length })}
          {chosen.length === 1 && first !== undefined && <SpotName group={first} />}
        </Text>
      </Row>
      {shown.length === 0 && <Empty title={t('chosen.gone')} />}
      <div style={{ height: total, position: 'relative' }} role="list">
        {virtual.map(({ index, start, measure }) => {
          const one = shown[index];
          return one === undefined ? null : (
            <div
              key={`${one.entry.object.id} ${one.sense} ${keyOfSpot(one.spot)}`}
              role="listitem"
              ref={measure}
              data-index={index}
              className="chosen-row"
              style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
            >
              {one.sense !== 'itself' && (
                <Text size="xs" c="dimmed">
                  {t(`sense.${one.sense}`)}
                </Text>
              )}
              <EntryRow entry={one.entry} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function useRows(
  count: number,
  height: number,
): {
  frame: React.RefObject<HTMLDivElement | null>;
  virtual: { index: number; start: number; measure: (element: Element | null) => void }[];
  total: number;
} {
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: 6,
  });
  const virtual = rows
    .getVirtualItems()
    .map(({ index, start }) => ({ index, start, measure: rows.measureElement }));
  return { frame, virtual, total: rows.getTotalSize() };
}
