/** The timeline: a line for each person or thing with its events across, and beneath it all of time, to choose a period in. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectTitle, RecordLink, TitleOf } from '../../part/entry.tsx';
import type { StixObject } from '../../record/object.ts';
import { meets, type Span } from '../../record/when.ts';
import { Brush } from './brush.tsx';
import { useEventKeys } from './event-keys.ts';
import type { Event, Line } from './lines.ts';
import { ticksOf } from './period.ts';
import { useDates } from './dates.ts';

const rowHeight = 34;

export interface TimelineProps {
  /** All lines; those outside the period are left out here. */
  lines: readonly Line[];
  visible: readonly Line[];
  extent: Span;
  period: Span;
  onPeriod: (period: Span | undefined) => void;
  /** Ids of the records that are shown beside. */
  chosen: readonly string[];
  onChoose: (id: string) => void;
  /** What is loaded, by id: it needs not be asked for. */
  known: ReadonlyMap<string, StixObject>;
}

export function Timeline(props: TimelineProps): ReactNode {
  const { visible, period, known, chosen, onChoose } = props;
  const { t } = useTranslation('places');
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: visible.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const { at, onKeyDown, onFocus } = useEventKeys(frame, visible, (index) => rows.scrollToIndex(index));
  return (
    <div className="timeline">
      <Axis period={period} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the buttons in it */}
      <div
        ref={frame}
        className="timeline-lines"
        onKeyDown={onKeyDown}
        role="group"
        aria-label={t('timeline')}
      >
        <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="list">
          {rows.getVirtualItems().map(({ index, start, key }) => {
            const line = visible[index];
            return line === undefined ? null : (
              <div
                key={key}
                role="listitem"
                className="timeline-row"
                style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
              >
                <LineName subject={line.subject} known={known} />
                <div className="timeline-track">
                  {line.events.map((event, place) => (
                    <EventMark
                      key={`${event.entry.object.id} ${event.moment.kind} ${event.moment.start}`}
                      event={event}
                      period={period}
                      isChosen={chosen.includes(event.entry.object.id)}
                      name={`${index} ${place}`}
                      isNext={at.line === index && at.event === place}
                      onFocus={() => onFocus({ line: index, event: place })}
                      onChoose={() => onChoose(event.entry.object.id)}
                    />
                  ))}
                </div>
              </div>
            );
          })}
        </div>
      </div>
      <Brush {...props} />
    </div>
  );
}

function LineName({
  subject,
  known,
}: {
  subject: string;
  known: ReadonlyMap<string, StixObject>;
}): ReactNode {
  const object = known.get(subject);
  return (
    <div className="timeline-name">
      <RecordLink id={subject} size="sm">
        {object === undefined ? <TitleOf id={subject} /> : <ObjectTitle object={object} />}
      </RecordLink>
    </div>
  );
}

function Axis({ period }: { period: Span }): ReactNode {
  const dates = useDates();
  const { unit, at } = useMemo(() => ticksOf(period, 12), [period]);
  return (
    <div className="timeline-axis" aria-hidden>
      <div className="timeline-name" />
      <div className="timeline-track">
        {at.map((tick) => (
          <div key={tick} className="timeline-mark" style={{ insetInlineStart: `${shareOf(tick, period)}%` }}>
            <span>{dates.tick(unit, tick)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function EventMark({
  event: { entry, moment },
  period,
  isChosen,
  name,
  isNext,
  onFocus,
  onChoose,
}: {
  event: Event;
  period: Span;
  isChosen: boolean;
  name: string;
  isNext: boolean;
  onFocus: () => void;
  onChoose: () => void;
}): ReactNode {
  const { t } = useTranslation('places');
  const dates = useDates();
  if (!meets(moment, period)) return null;
  const from = shareOf(Math.max(moment.start, period.start), period);
  const to = shareOf(Math.min(moment.end, period.end), period);
  const label = t('event', { kind: t(`moment.${moment.kind}`), when: dates.span(moment) });
  return (
    <button
      type="button"
      className={`timeline-event timeline-event-${moment.kind}`}
      style={{ insetInlineStart: `${from}%`, width: `calc(${to - from}% + 14px)` }}
      title={label}
      aria-label={label}
      aria-pressed={isChosen}
      data-event={name}
      data-record={entry.object.id}
      tabIndex={isNext ? 0 : -1}
      onFocus={onFocus}
      onClick={onChoose}
    />
  );
}

/** Where a moment stands in a period, in hundredths. */
const shareOf = (at: number, { start, end }: Span): number => (100 * (at - start)) / Math.max(1, end - start);
