/** The shortest paths between two records, found and lit. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../../app/failure.ts';
import { objectQuery, questions } from '../../../app/questions.ts';
import { Failed } from '../../../part/states.tsx';
import type { Entry } from '../../../record/object.ts';
import { aroundQuery } from '../ask/around.ts';
import { findPaths, mostLooked, type Paths } from '../ask/paths.ts';
import type { Around } from '../picture/edge.ts';
import { withAdded } from '../picture/picture.ts';
import type { GraphState } from '../use-graph.ts';
import { RecordPicker } from './record-picker.tsx';

export function PathFinder({ state }: { state: GraphState }): ReactNode {
  const { t } = useTranslation('graph');
  const { ends, setEnds } = state;
  const [from, to] = [useEntry(ends.from), useEntry(ends.to)];
  const { found, failure, isSeeking, seek, stop } = useSearch(state);
  return (
    <Stack gap="xs">
      <RecordPicker
        label={t('path.from')}
        value={from}
        onChoose={({ object }) => setEnds({ ...ends, from: object.id })}
      />
      <RecordPicker
        label={t('path.to')}
        value={to}
        onChoose={({ object }) => setEnds({ ...ends, to: object.id })}
      />
      <Group gap="xs">
        <Button
          size="xs"
          loading={isSeeking}
          disabled={from === undefined || to === undefined || ends.from === ends.to}
          onClick={() => void seek(from, to)}
        >
          {t('path.seek')}
        </Button>
        {isSeeking && (
          <Button size="xs" variant="default" onClick={stop}>
            {t('stop')}
          </Button>
        )}
      </Group>
      {failure !== undefined && <Failed error={failure} onRetry={() => void seek(from, to)} />}
      <div role="status">{found !== undefined && <Outcome found={found} />}</div>
    </Stack>
  );
}

function Outcome({ found: { length, edges, looked, isExhausted } }: { found: Paths }): ReactNode {
  const { t } = useTranslation('graph');
  if (length !== undefined) {
    return (
      <Text size="sm">
        {t('path.found', { count: length })} {t('path.lit', { count: edges.length })}
      </Text>
    );
  }
  if (isExhausted) return <Text size="sm">{t('path.none')}</Text>;
  return <Alert color="yellow">{t('path.not-so-far', { count: looked, most: mostLooked })}</Alert>;
}

function useEntry(id: string | undefined): Entry | undefined {
  const { data } = useQuery({ ...objectQuery(id ?? ''), enabled: id !== undefined });
  return id === undefined ? undefined : data;
}

interface Search {
  found: Paths | undefined;
  failure: unknown;
  isSeeking: boolean;
  seek: (from: Entry | undefined, to: Entry | undefined) => Promise<void>;
  stop: () => void;
}

function useSearch({ act, light }: GraphState): Search {
  const [found, setFound] = useState<Paths>();
  const [failure, setFailure] = useState<unknown>();
  const [isSeeking, setSeeking] = useState(false);
  const running = useRef<AbortController>(undefined);
  const seek = async (from: Entry | undefined, to: Entry | undefined): Promise<void> => {
    if (from === undefined || to === undefined) return;
    running.current?.abort();
    const ending = new AbortController();
    running.current = ending;
    setFound(undefined);
    setFailure(undefined);
    setSeeking(true);
    try {
      const paths = await findPaths(from.object.id, to.object.id, readAround, ending.signal);
      setFound(paths);
      if (paths.length === undefined) return;
      act((before) =>
        withAdded(before, { entries: [from, ...paths.entries, to], edges: paths.edges }, from.object.id),
      );
      light(paths.edges.map(({ id }) => id));
    } catch (error) {
      if (!ending.signal.aborted) setFailure(error);
    } finally {
      setSeeking(false);
    }
  };
  return { found, failure, isSeeking, seek, stop: () => running.current?.abort() };
}

/** What left the view while it was sought through is a dead end. */
async function readAround(id: string): Promise<Around> {
  try {
    return await questions.query(aroundQuery(id));
  } catch (error) {
    if (codeOf(error) !== 'not-found') throw error;
    return { entries: [], edges: [], isWhole: true };
  }
}
