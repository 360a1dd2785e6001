/** The columns of results: what stands in a cell, by what it is sorted, and what a file has of it. */
import { Anchor } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { ContributorOf, ObjectTitle } from '../../part/entry.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { MarkingLine, type useConditions } from '../../part/marking-line.tsx';
import type { NameById } from '../../part/names.ts';
import type { Times } from '../../part/time.ts';
import { kindOf, type StixWords } from '../../record/kind.ts';
import { markingOf } from '../../record/marking.ts';
import { textIn, textsIn, titleOf, type Entry } from '../../record/object.ts';
import type { features } from './table-features.ts';

export const columnNames = [
  'kind',
  'name',
  'member',
  'marking',
  'version',
  'added',
  'created',
  'confidence',
  'labels',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** What stands there until somebody chooses. */
export const firstColumns: readonly ColumnName[] = ['kind', 'name', 'member', 'marking', 'version', 'added'];

/** Width of each in the grid of the table: pixels at least, and its share of what is left. */
export const widths: Readonly<Record<ColumnName, readonly [least: number, share: number]>> = {
  kind: [138, 0],
  name: [170, 3],
  member: [100, 1],
  marking: [130, 1],
  version: [98, 0],
  added: [98, 0],
  created: [98, 0],
  confidence: [90, 0],
  labels: [120, 1],
};

export interface Wordings {
  stix: StixWords;
  names: NameById;
  times: Times;
  common: TFunction;
  conditions: ReturnType<typeof useConditions>;
  /** The word for what came since a saved search was opened. */
  fresh: string;
}

/** What a column says of an entry in words, for sorting and for files. */
export function wordsIn(
  column: ColumnName,
  entry: Entry,
  { stix, names, common, conditions }: Wordings,
): string {
  const { object, contributor, version, added } = entry;
  switch (column) {
    case 'kind':
      return kindOf(object, stix);
    case 'name':
      return titleOf(object);
    case 'member':
      if (contributor === null) return common('of-the-hub');
      return names(contributor) ?? contributor;
    case 'marking':
      return markingWords(entry, conditions);
    case 'version':
      return version ?? '';
    case 'added':
      return added ?? '';
    case 'created':
      return textIn(object, 'created') ?? '';
    case 'confidence':
      return typeof object['confidence'] === 'number' ? String(object['confidence']) : '';
    case 'labels':
      return textsIn(object, 'labels').join(', ');
  }
}

function markingWords({ object, label }: Entry, conditions: Wordings['conditions']): string {
  const marking = markingOf(object, label);
  return [...marking.handling, ...conditions(marking, label !== undefined)].join(' // ');
}

type Column = ColumnDef<typeof features, Entry>;

/** @param isFresh whether an entry came since a saved search was opened */
export function columnsOf(words: Wordings, isFresh: (entry: Entry) => boolean): Column[] {
  return columnNames.map((name): Column => ({
    id: name,
    accessorFn: (entry) => wordsIn(name, entry, words),
    cell: ({ row: { original } }) => <CellOf name={name} entry={original} words={words} isFresh={isFresh} />,
    sortFn: name === 'confidence' ? 'number' : 'language',
  }));
}

function CellOf({
  name,
  entry,
  words,
  isFresh,
}: {
  name: ColumnName;
  entry: Entry;
  words: Wordings;
  isFresh: (entry: Entry) => boolean;
}): ReactNode {
  const { object } = entry;
  if (name === 'name') return <NameOf entry={entry} word={isFresh(entry) ? words.fresh : undefined} />;
  if (name === 'marking') return <MarkingLine object={object} label={entry.label} />;
  if (name === 'member') return <ContributorOf entry={entry} />;
  const text = wordsIn(name, entry, words);
  if (name === 'kind')
    return (
      <>
        <KindIcon object={object} size={16} /> <span className="result-kind">{text}</span>
      </>
    );
  if (name === 'labels') return <bdi>{text}</bdi>;
  if (name === 'confidence' || text === '') return text;
  return <time dateTime={text}>{words.times.day(text)}</time>;
}

function NameOf({ entry, word }: { entry: Entry; word: string | undefined }): ReactNode {
  return (
    <>
      {word !== undefined && <span className="fresh">{word}</span>}
      <Anchor
        fw={600}
        className="result-name"
        // The grid has the focus, and Enter opens.
        renderRoot={(props) => (
          <Link {...props} tabIndex={-1} to="/record/$id" params={{ id: entry.object.id }} />
        )}
      >
        <ObjectTitle object={entry.object} />
      </Anchor>
    </>
  );
}
