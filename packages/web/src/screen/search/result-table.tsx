/** Results as a grid (WAI-ARIA APG, grid): virtual rows, sorting where all is loaded, selection, all keys. */
import { Checkbox, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTable, type ReactTable, type RowSelectionState, type SortingState } from '@tanstack/react-table';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useConditions } from '../../part/marking-line.tsx';
import { useNames } from '../../part/names.ts';
import { timesIn } from '../../part/time.ts';
import type { Entry } from '../../record/object.ts';
import { columnNames, columnsOf, widths, type ColumnName, type Wordings } from './columns.tsx';
import { features } from './table-features.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { rowHeight, useVirtualRows } from './use-virtual-rows.ts';

export interface ResultTableProps {
  entries: readonly Entry[];
  shown: readonly ColumnName[];
  /** Whether there is nothing behind these: then they can be sorted without deceit. */
  isWhole: boolean;
  onEnd: () => void;
  selection: RowSelectionState;
  onSelect: Dispatch<SetStateAction<RowSelectionState>>;
  /** Entries that came after this time are marked. */
  freshSince: string | undefined;
}

type ResultsTable = ReactTable<typeof features, Entry>;
type ResultRow = ReturnType<ResultsTable['getRowModel']>['rows'][number];

/** What cells say, in the language of the page. */
export function useWordings(): Wordings {
  const { t } = useTranslation('search');
  const { t: stix } = useTranslation('stix');
  const { t: common, i18n } = useTranslation();
  const names = useNames();
  const conditions = useConditions();
  return useMemo(
    () => ({ stix, names, common, conditions, times: timesIn(i18n.language), fresh: t('fresh') }),
    [stix, names, common, conditions, i18n.language, t],
  );
}

export function ResultTable(props: ResultTableProps): ReactNode {
  const { t } = useTranslation('search');
  const table = useResultsTable(props);
  const rows = table.getRowModel().rows;
  const scroller = useRef<HTMLDivElement>(null);
  const [activeId, setActive] = useState<string>();
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const virtual = useVirtualRows(ids, scroller);
  const items = virtual.getVirtualItems();
  useEnd(items.at(-1)?.index ?? -1, rows.length, props.onEnd);
  const press = useGridKeys({
    ids,
    activeId,
    setActive,
    onSelect: props.onSelect,
    show: (index) => virtual.scrollToIndex(index),
  });
  const columns = useMemo(() => layoutOf(props.shown), [props.shown]);
  return (
    <div
      ref={scroller}
      className="results"
      role="grid"
      tabIndex={0}
      aria-label={t('results')}
      aria-describedby="results-keys"
      aria-rowcount={props.isWhole ? rows.length + 1 : -1}
      aria-multiselectable
      aria-activedescendant={
        items.some(({ index }) => rows[index]?.id === activeId) ? `row-${activeId}` : undefined
      }
      onKeyDown={press}
    >
      <TableHead table={table} columns={columns} isWhole={props.isWhole} />
      <div role="rowgroup" className="results-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <ResultRowView
                key={row.id}
                row={row}
                table={table}
                place={{ index, start, columns }}
                isActive={row.id === activeId}
                onActive={() => setActive(row.id)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** Tracks of the grid, and the width below which it is scrolled sideways: the gaps and edges are those of the style. */
function layoutOf(shown: readonly ColumnName[]): CSSProperties {
  const tracks = shown.map((name) => {
    const [least, share] = widths[name];
    return share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`;
  });
  const least = shown.reduce((sum, name) => sum + widths[name][0] + 10, 24 + 24);
  return { gridTemplateColumns: `24px ${tracks.join(' ')}`, minWidth: least };
}

function useResultsTable({
  entries,
  shown,
  isWhole,
  selection,
  onSelect,
  freshSince,
}: ResultTableProps): ResultsTable {
  const words = useWordings();
  const [sorting, setSorting] = useState<SortingState>([]);
  const columns = useMemo(
    () => columnsOf(words, ({ added }) => freshSince !== undefined && added !== null && added > freshSince),
    [words, freshSince],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(columnNames.map((name) => [name, shown.includes(name)])),
    [shown],
  );
  return useTable({
    features,
    columns,
    data: entries,
    getRowId: ({ object }) => object.id,
    state: { columnVisibility, rowSelection: selection, sorting: isWhole ? sorting : [] },
    onRowSelectionChange: onSelect,
    onSortingChange: setSorting,
    enableSorting: isWhole,
  });
}

/** Asks for more when the last rows come near. */
function useEnd(last: number, count: number, onEnd: () => void): void {
  useEffect(() => {
    if (last >= count - 20) onEnd();
  }, [last, count, onEnd]);
}

function TableHead({
  table,
  columns,
  isWhole,
}: {
  table: ResultsTable;
  columns: CSSProperties;
  isWhole: boolean;
}): ReactNode {
  const { t } = useTranslation('search');
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <div role="rowgroup" className="results-head">
      <div role="row" aria-rowindex={1} className="results-row" style={columns}>
        <div role="columnheader">
          <Checkbox
            size="xs"
            aria-label={t('select.all')}
            checked={table.getIsAllRowsSelected()}
            indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
            onChange={() => table.toggleAllRowsSelected()}
          />
        </div>
        {headers.map(({ id, column }) => {
          const sorted = column.getIsSorted();
          return (
            <div
              key={id}
              role="columnheader"
              aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
            >
              <SortButton
                name={id as ColumnName}
                sorted={sorted}
                isWhole={isWhole}
                onSort={() => column.toggleSorting()}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function SortButton({
  name,
  sorted,
  isWhole,
  onSort,
}: {
  name: ColumnName;
  sorted: false | 'asc' | 'desc';
  isWhole: boolean;
  onSort: () => void;
}): ReactNode {
  const { t } = useTranslation('search');
  if (!isWhole)
    return (
      <Tooltip label={t('sort.not-yet')} multiline maw={260} openDelay={600}>
        <span>{t(`column.${name}`)}</span>
      </Tooltip>
    );
  return (
    <UnstyledButton className="results-sort" onClick={onSort}>
      {t(`column.${name}`)}
      {sorted === 'asc' && <IconArrowUp size={14} aria-hidden />}
      {sorted === 'desc' && <IconArrowDown size={14} aria-hidden />}
    </UnstyledButton>
  );
}

function ResultRowView({
  row,
  table,
  place: { index, start, columns },
  isActive,
  onActive,
}: {
  row: ResultRow;
  table: ResultsTable;
  place: { index: number; start: number; columns: CSSProperties };
  isActive: boolean;
  onActive: () => void;
}): ReactNode {
  const { t } = useTranslation('search');
  const isSelected = row.getIsSelected();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are the grid's
    <div
      id={`row-${row.id}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={isActive ? 'results-row results-active' : 'results-row'}
      style={{ ...columns, height: rowHeight, transform: `translateY(${start}px)` }}
      onClick={onActive}
    >
      <div role="gridcell">
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={t('select.one')}
          checked={isSelected}
          onClick={row.getToggleSelectedHandler()}
          readOnly
        />
      </div>
      {row.getVisibleCells().map((cell) => (
        // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its text is made by the column
        <div key={cell.id} role="gridcell" className={`results-${cell.column.id}`}>
          <table.FlexRender cell={cell} />
        </div>
      ))}
    </div>
  );
}
