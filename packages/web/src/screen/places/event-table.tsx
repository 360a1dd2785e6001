/** The timeline as a table, and the dates of birth, which lie far from all other dates. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ContributorOf, ObjectTitle, RecordLink } from '../../part/entry.tsx';
import { Empty } from '../../part/states.tsx';
import type { Entry } from '../../record/object.ts';
import { useDates } from './dates.ts';
import type { Birth, Line } from './lines.ts';

export function EventTable({ lines }: { lines: readonly Line[] }): ReactNode {
  const { t } = useTranslation('places');
  const dates = useDates();
  const rows = useMemo(
    () => lines.flatMap(({ events }) => events).sort((a, b) => a.moment.start - b.moment.start),
    [lines],
  );
  return (
    <DatedTable
      label={t('timeline')}
      heads={[t('column.when'), t('column.what'), t('column.record'), t('column.from')]}
      rows={rows.map(({ entry, moment }) => ({
        entry,
        when: dates.span(moment),
        what: t(`moment.${moment.kind}`),
      }))}
    />
  );
}

export function BirthTable({ births }: { births: readonly Birth[] }): ReactNode {
  const { t } = useTranslation('places');
  const dates = useDates();
  if (births.length === 0) return <Empty title={t('births.none')} />;
  return (
    <DatedTable
      label={t('births')}
      heads={[t('column.when'), t('column.what'), t('column.record'), t('column.from')]}
      rows={births.map(({ entry, born: { start, end } }) => ({
        entry,
        when: dates.span(end - start < 86_400_000 ? { start, end: start } : { start, end }),
        what: t('birth'),
      }))}
    />
  );
}

interface Row {
  entry: Entry;
  when: string;
  what: string;
}

const rowHeight = 38;

function DatedTable({
  label,
  heads,
  rows,
}: {
  label: string;
  heads: readonly string[];
  rows: readonly Row[];
}): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  return (
    <div role="table" aria-label={label} aria-rowcount={rows.length + 1} className="dated">
      <div role="row" className="dated-row dated-head" aria-rowindex={1}>
        {heads.map((head) => (
          <div role="columnheader" key={head}>
            {head}
          </div>
        ))}
      </div>
      <div ref={frame} className="dated-frame" role="rowgroup" tabIndex={0}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                className="dated-row"
                style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
              >
                <div role="cell">{row.when}</div>
                <div role="cell">{row.what}</div>
                <div role="cell">
                  <RecordLink id={row.entry.object.id} size="sm">
                    <ObjectTitle object={row.entry.object} />
                  </RecordLink>
                </div>
                <div role="cell">
                  <ContributorOf entry={row.entry} />
                </div>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
