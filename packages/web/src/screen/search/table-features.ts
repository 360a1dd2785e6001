/** What the table of results can do; no more of the library is loaded. */
import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';

interface Valued {
  getValue(column: string): unknown;
}

const textOf = (row: Valued, column: string): string => String(row.getValue(column));

export const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: {
    language: (one: Valued, other: Valued, column: string) =>
      textOf(one, column).localeCompare(textOf(other, column)),
    number: (one: Valued, other: Valued, column: string) =>
      Number(textOf(one, column)) - Number(textOf(other, column)),
  },
});
