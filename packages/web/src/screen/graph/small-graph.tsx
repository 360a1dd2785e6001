/** The nearest neighbours of an object as a small picture that leads to the graph. */
import { Anchor, Stack, Text, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { objectQuery } from '../../app/questions.ts';
import { Failed, Loading } from '../../part/states.tsx';
import type { Entry } from '../../record/object.ts';
import { aroundQuery } from './ask/around.ts';
import { colourOfKind, inks } from './canvas/colours.ts';
import { directionOf } from './canvas/name.ts';
import { kindKeyOf, otherEnd, type GraphEdge } from './picture/edge.ts';
import { useWords } from './part/words.ts';
import './graph.css';

const most = 10;
const rowHeight = 44;
const margin = 8;

export function SmallGraph({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('graph');
  const own = useQuery(objectQuery(id));
  const around = useQuery(aroundQuery(id));
  if (own.isPending || around.isPending) return <Loading />;
  if (own.isError) return <Failed error={own.error} />;
  if (around.isError) return <Failed error={around.error} onRetry={() => void around.refetch()} />;
  const { entries, edges } = around.data;
  if (entries.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('small.none')}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <Star own={own.data} entries={entries.slice(0, most)} edges={edges} />
      <Text size="sm">
        {t('small.shown', { count: entries.length, shown: Math.min(most, entries.length) })}{' '}
        <Anchor
          underline="always"
          renderRoot={(props) => <Link {...props} to="/graph" search={{ start: id }} />}
        >
          {t('small.open')}
        </Anchor>
      </Text>
    </Stack>
  );
}

function Star({
  own,
  entries,
  edges,
}: {
  own: Entry;
  entries: readonly Entry[];
  edges: readonly GraphEdge[];
}): ReactNode {
  const { t } = useTranslation('graph');
  const words = useWords();
  const scheme = useComputedColorScheme('light');
  const { ref, width: measured } = useElementSize();
  // As wide as there is room, so that names are as large as those of the page.
  const width = Math.max(280, measured);
  const height = Math.ceil(entries.length / 2) * rowHeight + 2 * margin;
  const named = entries.map(words.title).reduce((one, other) => t('small.and', { one, other }));
  const centre = { x: width / 2, y: height / 2 };
  return (
    <div ref={ref} className="small-graph">
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={t('small.picture', { record: words.title(own), others: named })}
      >
        {entries.map((entry, index) => {
          const at = placeOf(index, entries.length, width, height);
          return (
            <line
              key={entry.object.id}
              x1={centre.x}
              y1={centre.y}
              x2={at.x}
              y2={at.y}
              stroke={inks[scheme].edge}
            />
          );
        })}
        {entries.map((entry, index) => {
          const edge = edges.find((one) => otherEnd(one, own.object.id) === entry.object.id);
          return (
            <Neighbour
              key={entry.object.id}
              entry={entry}
              {...placeOf(index, entries.length, width, height)}
              room={(width - 2 * apart(width)) / 2 - 16}
              saying={edge === undefined ? '' : words.relation(edge)}
            />
          );
        })}
        <Dot entry={own} at={centre} radius={11} />
        <Line
          text={words.title(own)}
          room={2 * apart(width)}
          x={centre.x}
          y={centre.y + 27}
          anchor="middle"
        />
      </svg>
    </div>
  );
}

/** How far to either side of the middle neighbours stand: names have the rest. */
const apart = (width: number): number => Math.min(110, width * 0.18);

/** In turns to the right and to the left, each on a line of its own. */
function placeOf(
  index: number,
  many: number,
  width: number,
  height: number,
): { x: number; y: number; side: Side } {
  const side = index % 2 === 0 ? 1 : -1;
  const onSide = side === 1 ? Math.ceil(many / 2) : Math.floor(many / 2);
  const row = Math.floor(index / 2) - (onSide - 1) / 2;
  return { x: width / 2 + side * apart(width), y: height / 2 + row * rowHeight, side };
}

/** 1 is to the right of the middle, -1 to its left. */
type Side = 1 | -1;

/** A record beside the middle, its name outwards and what joins it beneath. */
function Neighbour({
  entry,
  x,
  y,
  side,
  room,
  saying,
}: {
  entry: Entry;
  x: number;
  y: number;
  side: Side;
  room: number;
  saying: string;
}): ReactNode {
  const words = useWords();
  const beside = { x: x + 13 * side, room, anchor: side === 1 ? 'start' : 'end' } as const;
  return (
    <>
      <Dot entry={entry} at={{ x, y }} radius={7} />
      <Line text={words.title(entry)} y={saying === '' ? y + 4 : y - 1} {...beside} />
      {saying !== '' && <Line text={saying} y={y + 13} isQuiet {...beside} />}
    </>
  );
}

function Dot({
  entry,
  at: { x, y },
  radius,
}: {
  entry: Entry;
  at: { x: number; y: number };
  radius: number;
}): ReactNode {
  const words = useWords();
  const scheme = useComputedColorScheme('light');
  return (
    <circle cx={x} cy={y} r={radius} fill={colourOfKind(kindKeyOf(entry), scheme)}>
      <title>{words.title(entry)}</title>
    </circle>
  );
}

function Line({
  text,
  room,
  x,
  y,
  anchor,
  isQuiet = false,
}: {
  text: string;
  room: number;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  isQuiet?: boolean;
}): ReactNode {
  const scheme = useComputedColorScheme('light');
  const { text: ink, ground } = inks[scheme];
  const short = fitting(text, room / (isQuiet ? 6.6 : 7.5));
  const isFromRight = directionOf(short) === 'rtl';
  // Where one writes from the right, a text starts there.
  const own = { start: 'end', end: 'start', middle: 'middle' } as const;
  return (
    <text
      x={x}
      y={y}
      textAnchor={isFromRight ? own[anchor] : anchor}
      direction={isFromRight ? 'rtl' : 'ltr'}
      fontSize={isQuiet ? 11 : 12.5}
      fill={ink}
      opacity={isQuiet ? 0.8 : 1}
      stroke={ground}
      strokeWidth={3}
      paintOrder="stroke"
    >
      {short}
    </text>
  );
}

/** As much of a text as has room, counted in letters of usual width; those of East Asia are twice as wide. */
function fitting(text: string, most: number): string {
  let wide = 0;
  const letters = [...text];
  const end = letters.findIndex((letter) => (wide += letter > '\u2e7f' ? 2 : 1) > most);
  return end === -1 ? text : `${letters.slice(0, Math.max(1, end - 1)).join('')}…`;
}
