/** All of time as bars, how many events in each stretch; the two ends of the slider choose a period. */
import { RangeSlider } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meets, type Span } from '../../record/when.ts';
import { useDates } from './dates.ts';
import type { Line } from './lines.ts';
import { beginningOf, stepped, unitFor } from './period.ts';

export interface BrushProps {
  lines: readonly Line[];
  extent: Span;
  period: Span;
  onPeriod: (period: Span | undefined) => void;
}

export function Brush({ lines, extent, period, onPeriod }: BrushProps): ReactNode {
  const { t } = useTranslation('places');
  const dates = useDates();
  const bars = useMemo(() => barsOf(lines, extent), [lines, extent]);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const first = Math.max(
    0,
    bars.findIndex((bar) => meets(bar, period)),
  );
  const after = 1 + bars.findLastIndex((bar) => meets(bar, period));
  const [dragged, setDragged] = useState<[number, number]>();
  const startOf = (place: number): number => bars[place]?.start ?? (bars.at(-1)?.end ?? 0) + 1;
  const choose = ([from, to]: [number, number]): void => {
    setDragged(undefined);
    const isAll = from === 0 && to >= bars.length;
    onPeriod(isAll ? undefined : { start: startOf(from), end: startOf(Math.max(to, from + 1)) - 1 });
  };
  return (
    <div className="timeline-brush">
      <div className="timeline-bars" aria-hidden>
        {bars.map((bar) => (
          <div
            key={bar.start}
            data-within={meets(bar, period) ? '' : undefined}
            style={{ height: `${bar.count === 0 ? 2 : 12 + (88 * bar.count) / most}%` }}
          />
        ))}
      </div>
      <RangeSlider
        className="timeline-slider"
        size="sm"
        min={0}
        max={Math.max(1, bars.length)}
        minRange={1}
        step={1}
        value={dragged ?? [first, Math.max(after, first + 1)]}
        onChange={setDragged}
        onChangeEnd={choose}
        label={(place) => dates.day(startOf(place))}
        thumbFromLabel={t('brush.from')}
        thumbToLabel={t('brush.to')}
      />
    </div>
  );
}

interface Bar extends Span {
  count: number;
}

/** Stretches of the same unit from the first event to the last, with how many events meet each. */
function barsOf(lines: readonly Line[], extent: Span): Bar[] {
  const unit = unitFor(extent, 120);
  const bars: Bar[] = [];
  for (let start = beginningOf(unit, extent.start); start <= extent.end;) {
    const next = stepped(unit, start, 1);
    bars.push({ start, end: next - 1, count: 0 });
    start = next;
  }
  for (const { moment } of lines.flatMap(({ events }) => events)) {
    for (const bar of bars) if (meets(bar, moment)) bar.count += 1;
  }
  return bars;
}
