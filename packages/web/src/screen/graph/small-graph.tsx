/** The nearest neighbours of an object as a small picture that leads to the graph. */
import { Anchor, Stack, Text, useComputedColorScheme } from '@mantine/core';
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
const [width, height] = [420, 260];

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
  const named = entries.map(words.title).reduce((one, other) => t('small.and', { one, other }));
  const centre = { x: width / 2, y: height / 2 };
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('small.picture', { record: words.title(own), others: named })}
      className="small-graph"
    >
      {entries.map((entry, index) => {
        const at = placeOf(index, entries.length);
        const edge = edges.find((one) => otherEnd(one, own.object.id) === entry.object.id);
        return (
          <g key={entry.object.id}>
            <line x1={centre.x} y1={centre.y} x2={at.x} y2={at.y} stroke={inks[scheme].edge} />
            <Dot entry={entry} at={at} radius={7} saying={edge === undefined ? '' : words.relation(edge)} />
          </g>
        );
      })}
      <Dot entry={own} at={centre} radius={11} saying="" />
    </svg>
  );
}

/** On an ellipse, alternately nearer and farther so that names keep apart. */
function placeOf(index: number, many: number): { x: number; y: number } {
  const angle = (2 * Math.PI * index) / many - Math.PI / 2;
  const away = many > 5 && index % 2 === 1 ? 0.72 : 1;
  return {
    x: width / 2 + Math.cos(angle) * (width / 2 - 90) * away,
    y: height / 2 + Math.sin(angle) * (height / 2 - 34) * away,
  };
}

function Dot({
  entry,
  at: { x, y },
  radius,
  saying,
}: {
  entry: Entry;
  at: { x: number; y: number };
  radius: number;
  saying: string;
}): ReactNode {
  const words = useWords();
  const scheme = useComputedColorScheme('light');
  const { text, ground } = inks[scheme];
  const title = words.title(entry);
  const short = [...title].length > 22 ? `${[...title].slice(0, 21).join('')}…` : title;
  return (
    <>
      <circle cx={x} cy={y} r={radius} fill={colourOfKind(kindKeyOf(entry), scheme)}>
        <title>{title}</title>
      </circle>
      <text
        x={x}
        y={y + radius + 13}
        textAnchor="middle"
        direction={directionOf(short)}
        fontSize={11}
        fill={text}
        stroke={ground}
        strokeWidth={3}
        paintOrder="stroke"
      >
        {short}
      </text>
      {saying !== '' && (
        <text x={x} y={y - radius - 4} textAnchor="middle" fontSize={9} fill={text} opacity={0.75}>
          {saying}
        </text>
      )}
    </>
  );
}
