/* oxlint-disable jsx-a11y/click-events-have-key-events -- keys are the grid's (APG, grid) */
/** The same as the drawing, as a table: records and links, with source, grade, date and marking. */
import { SegmentedControl, Stack } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../../part/time.ts';
import { markingOf } from '../../../record/marking.ts';
import { dateOf, gradeOf, kindKeyOf } from '../picture/edge.ts';
import { neighboursIn } from '../picture/picture.ts';
import type { Acts } from '../use-acts.ts';
import type { GraphState } from '../use-graph.ts';
import { useWords, type GraphWords } from './words.ts';

interface Row {
  id: string;
  cells: string[];
}

const rowHeight = 32;

export function GraphTable({ state, acts }: { state: GraphState; acts: Acts }): ReactNode {
  const { t } = useTranslation('graph');
  const times = useTimes();
  const words = useWords();
  const [what, setWhat] = useState('records');
  const isOfLinks = what === 'links';
  const { picture, visible } = state;
  const rows = useMemo(
    () => (isOfLinks ? linkRows({ picture, visible }, words) : recordRows({ picture, visible }, words)),
    [picture, visible, isOfLinks, words],
  );
  const columns = isOfLinks
    ? [
        t('column.from-record'),
        t('column.link'),
        t('column.to-record'),
        t('column.member'),
        t('column.grade'),
        t('column.date'),
        t('column.marking'),
      ]
    : [
        t('column.record'),
        t('column.kind'),
        t('column.links'),
        t('column.member'),
        t('column.grade'),
        t('column.date'),
        t('column.marking'),
      ];
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('table')}
        value={what}
        onChange={setWhat}
        data={[
          { value: 'records', label: t('table.records', { shown: times.number(visible.nodes.size) }) },
          { value: 'links', label: t('table.links', { shown: times.number(visible.edges.size) }) },
        ]}
      />
      <Grid rows={rows} columns={columns} state={state} acts={acts} />
    </Stack>
  );
}

function Grid({
  rows,
  columns,
  state: { chosen, choose },
  acts,
}: {
  rows: readonly Row[];
  columns: readonly string[];
  state: GraphState;
  acts: Acts;
}): ReactNode {
  const { t } = useTranslation('graph');
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: rowHeight,
    overscan: 8,
  });
  const at = rows.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, virtual]);
  const press = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) choose(rows[Math.min(rows.length - 1, Math.max(0, next))]?.id);
    else if (event.key === 'Enter' && chosen !== undefined) acts.look(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      className="graph-table"
      role="grid"
      tabIndex={0}
      aria-label={t('table')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={at < 0 ? undefined : `graph-row-${at}`}
      onKeyDown={press}
    >
      <div role="row" aria-rowindex={1} className="graph-row graph-row-head">
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {column}
          </span>
        ))}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const { id, cells } = rows[index] as Row;
          return (
            <div
              key={id}
              id={`graph-row-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={id === chosen}
              className="graph-row"
              style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
              onClick={() => choose(id)}
              onDoubleClick={() => acts.look(id)}
            >
              {cells.map((cell, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
                <span key={place} role="gridcell">
                  <bdi>{cell}</bdi>
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type Shown = Pick<GraphState, 'picture' | 'visible'>;

function recordRows({ picture, visible }: Shown, words: GraphWords): Row[] {
  const around = neighboursIn(picture.edges);
  return [...visible.nodes].flatMap((id) => {
    const entry = picture.nodes.get(id)?.entry;
    if (entry === undefined) return [];
    const links = String(around.get(id)?.size ?? 0);
    return [
      { id, cells: [words.title(entry), words.kind(kindKeyOf(entry)), links, ...sourceCells(entry, words)] },
    ];
  });
}

function linkRows({ picture, visible }: Shown, words: GraphWords): Row[] {
  return [...visible.edges].flatMap((id) => {
    const edge = picture.edges.get(id);
    const [source, target] = [edge?.source, edge?.target].map((end) => picture.nodes.get(end ?? '')?.entry);
    if (edge === undefined || source === undefined || target === undefined) return [];
    const named = [words.title(source), words.relation(edge), words.title(target)];
    return [{ id, cells: [...named, ...sourceCells(edge.entry, words)] }];
  });
}

/** Source, grade, date, codes of the marking. */
function sourceCells(entry: Parameters<typeof gradeOf>[0], words: GraphWords): string[] {
  const date = dateOf(entry);
  return [
    words.member(entry.contributor),
    gradeOf(entry),
    date === undefined ? '' : words.day(date),
    markingOf(entry.object, entry.label).handling.join(' '),
  ];
}
