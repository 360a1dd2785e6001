/** The whole table turned into STIX, with how far it is and what was wrong. */
import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { Faults } from './table-faults.tsx';
import type { TableReady } from './table-step.tsx';
import { convertTable } from './table/conversion.ts';
import type { Mapping } from './table/mapping.ts';
import { TableError, type Reading } from './table/read.ts';
import type { Made, Progress } from './table/work.ts';

export function TableConversion({
  file,
  reading,
  mapping,
  member,
  onReady,
}: {
  file: File;
  reading: Reading;
  mapping: Mapping;
  member: string;
  onReady: (ready: TableReady | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const [progress, setProgress] = useState<Progress>();
  const ending = useRef<AbortController>(undefined);
  const number = useRef(0);
  const source = mapping.list.trim();
  const { mutate, reset, data, error, isPending } = useMutation({
    mutationFn: () => {
      const control = new AbortController();
      ending.current = control;
      setProgress(undefined);
      const order = { file, reading, mapping, member, now: new Date().toISOString() };
      return convertTable(order, source, setProgress, control.signal);
    },
    onSuccess: ({ bundle, objects }) => {
      number.current += 1;
      if (objects > 0) onReady({ bundle, source, number: number.current });
    },
  });
  // What was made with another mapping is no more; neither is what is still being made.
  useEffect(() => {
    reset();
    return () => ending.current?.abort();
  }, [mapping, reset]);
  const wasEnded = error?.name === 'AbortError';
  return (
    <Stack gap="sm">
      {isPending && <UnderWay progress={progress} onEnd={() => ending.current?.abort()} />}
      {error instanceof TableError && (
        <Alert color="red" role="alert" title={t('table.unreadable', { line: error.line })}>
          {t('table.unreadable.why')}
        </Alert>
      )}
      {error !== null && !wasEnded && !(error instanceof TableError) && <Failed error={error} />}
      {data !== undefined && <Summary made={data} source={source} />}
      {!isPending && data === undefined && (
        <Group>
          <Button onClick={() => mutate()}>{t('convert')}</Button>
        </Group>
      )}
    </Stack>
  );
}

function UnderWay({ progress, onEnd }: { progress: Progress | undefined; onEnd: () => void }): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  const rows = progress?.rows ?? 0;
  return (
    <Group justify="space-between">
      <Group gap="sm" role="status">
        <Loader size="xs" aria-hidden />
        <Text size="sm">{t('convert.rows', { count: rows, number: times.number(rows) })}</Text>
      </Group>
      <Button size="xs" variant="default" onClick={onEnd}>
        {t('end')}
      </Button>
    </Group>
  );
}

function Summary({ made, source }: { made: Made; source: string }): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  const { rows, refused, repeated, objects, problems, told } = made;
  const said = [
    t('convert.done', { count: rows, number: times.number(rows) }),
    t('convert.objects', { count: objects, number: times.number(objects) }),
    ...(refused > 0 ? [t('convert.refused', { count: refused, number: times.number(refused) })] : []),
    ...(repeated > 0 ? [t('convert.repeated', { count: repeated, number: times.number(repeated) })] : []),
  ];
  return (
    <Stack gap="sm" role="status">
      {said.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      {objects === 0 && <Alert color="orange">{t('convert.nothing')}</Alert>}
      <Faults problems={problems} told={told} source={source} />
    </Stack>
  );
}
