/** The timeline with what belongs to it: period and zoom, births apart, the same as a table. */
import { ActionIcon, Button, Group, SegmentedControl, Stack, Switch, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryRow } from '../../part/entry.tsx';
import { Empty } from '../../part/states.tsx';
import type { Entry } from '../../record/object.ts';
import type { MomentKind, Span } from '../../record/when.ts';
import type { Chosen } from './choice.ts';
import { BirthTable, EventTable } from './event-table.tsx';
import { birthsAmong, extentOf, linesOf, linesWithin, type Line } from './lines.ts';
import { stepped, unitAround, unitOf, units } from './period.ts';
import { useDates } from './dates.ts';
import { Timeline } from './timeline.tsx';

export interface TimelineAreaProps {
  entries: readonly Entry[];
  period: Span | undefined;
  onPeriod: (period: Span | undefined) => void;
  chosen: Chosen;
}

type Shown = 'lines' | 'table' | 'births';

export function TimelineArea({ entries, period, onPeriod, chosen }: TimelineAreaProps): ReactNode {
  const { t } = useTranslation('places');
  const [shown, setShown] = useState<Shown>('lines');
  const [withPutIn, setWithPutIn] = useState(false);
  const lines = useMemo(() => linesOf(entries, withPutIn), [entries, withPutIn]);
  const births = useMemo(() => birthsAmong(entries), [entries]);
  const known = useMemo(() => new Map(entries.map(({ object }) => [object.id, object])), [entries]);
  const extent = useMemo(() => widened(extentOf(lines)), [lines]);
  const seen = useMemo(() => bounded(period, extent), [period, extent]);
  const visible = useMemo(() => linesWithin(lines, seen), [lines, seen]);
  const record =
    chosen.choice?.kind === 'record'
      ? entries.find(({ object }) => chosen.records.includes(object.id))
      : undefined;
  const dated = lines.reduce((sum, { events }) => sum + new Set(events.map(({ entry }) => entry)).size, 0);
  return (
    <Stack gap="xs" component="section" aria-labelledby="timeline-title">
      <Group justify="space-between" gap="sm">
        <Title order={2} id="timeline-title">
          {t('timeline')}
        </Title>
        <Group gap="sm">
          <Switch
            size="sm"
            label={t('put-in.too')}
            checked={withPutIn}
            onChange={({ currentTarget: { checked } }) => setWithPutIn(checked)}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('shown-as')}
            value={shown}
            onChange={(value) => setShown(value)}
            data={[
              { value: 'lines', label: t('shown-as.lines') },
              { value: 'table', label: t('shown-as.table') },
              { value: 'births', label: t('shown-as.births', { count: births.length }) },
            ]}
          />
        </Group>
      </Group>
      {shown !== 'births' && <Zoom period={period} seen={seen} lines={visible} onPeriod={onPeriod} />}
      {shown === 'births' && <BirthTable births={births} />}
      {shown !== 'births' && lines.length === 0 && <Empty title={t('no-dates')} next={t('no-dates.next')} />}
      {shown === 'table' && lines.length > 0 && <EventTable lines={visible} />}
      {shown === 'lines' && lines.length > 0 && (
        <>
          {visible.length === 0 && <Empty title={t('period.none')} next={t('period.none.next')} />}
          <Timeline
            {...{ lines, visible, extent, known, onPeriod }}
            period={seen}
            chosen={chosen.records}
            onChoose={chosen.chooseRecord}
          />
          {record !== undefined && (
            <div className="timeline-chosen" role="status">
              <EntryRow entry={record} />
            </div>
          )}
          <Key lines={visible} />
        </>
      )}
      <Text size="xs" c="dimmed">
        {t('undated', { count: Math.max(0, entries.length - dated) })}
      </Text>
    </Stack>
  );
}

function Zoom({
  period,
  seen,
  lines,
  onPeriod,
}: {
  period: Span | undefined;
  seen: Span;
  lines: readonly Line[];
  onPeriod: (period: Span | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('places');
  const dates = useDates();
  const unit = period && unitOf(period);
  // Near what is seen, where something happened.
  const middle = lines[0]?.events[0]?.moment.start ?? (seen.start + seen.end) / 2;
  const step = (steps: number): void => {
    if (unit !== undefined && period !== undefined)
      onPeriod(unitAround(unit, stepped(unit, period.start, steps)));
  };
  return (
    <Group gap="xs" role="group" aria-label={t('period')}>
      {units.map((one) => (
        <Button
          key={one}
          size="compact-sm"
          variant={unit === one ? 'filled' : 'default'}
          aria-pressed={unit === one}
          onClick={() => onPeriod(unitAround(one, Math.max(middle, seen.start)))}
        >
          {t(`unit.${one}`)}
        </Button>
      ))}
      <Button
        size="compact-sm"
        variant={period === undefined ? 'filled' : 'default'}
        aria-pressed={period === undefined}
        onClick={() => onPeriod(undefined)}
      >
        {t('unit.all')}
      </Button>
      <ActionIcon
        variant="default"
        aria-label={t('period.earlier')}
        disabled={unit === undefined}
        onClick={() => step(-1)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('period.later')}
        disabled={unit === undefined}
        onClick={() => step(1)}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
      <Text size="sm" role="status">
        {dates.span(seen)}
      </Text>
    </Group>
  );
}

/** What the colours mean, of those that are there. */
function Key({ lines }: { lines: readonly Line[] }): ReactNode {
  const { t } = useTranslation('places');
  const kinds = new Set<MomentKind>(lines.flatMap(({ events }) => events.map(({ moment }) => moment.kind)));
  return (
    <div className="timeline-key">
      {[...kinds].map((kind) => (
        <span key={kind}>
          <i className={`timeline-event timeline-event-${kind}`} aria-hidden />
          {t(`moment.${kind}`)}
        </span>
      ))}
      <span>{t('keys')}</span>
    </div>
  );
}

const day = 86_400_000;

/** Whole days with some room; what has no dates, today. */
function widened(extent: Span | undefined): Span {
  const { start, end } = extent ?? { start: Date.now(), end: Date.now() };
  const room = Math.max(day, (end - start) * 0.02);
  return {
    start: Math.floor((start - room) / day) * day,
    end: Math.ceil((end + room) / day) * day - 1,
  };
}

function bounded(period: Span | undefined, extent: Span): Span {
  if (period === undefined) return extent;
  return {
    start: Number.isFinite(period.start) ? period.start : Math.min(extent.start, period.end - day),
    end: Number.isFinite(period.end) ? period.end : Math.max(extent.end, period.start + day),
  };
}
