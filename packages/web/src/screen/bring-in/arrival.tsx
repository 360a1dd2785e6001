/** A file that was given: what it is, and the way into the cell for its kind. */
import { Alert, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { kindOfFile } from './kind.ts';
import { Putting } from './putting.tsx';
import { useSize } from './size.ts';
import { TableStep, type TableReady } from './table-step.tsx';

export function Arrival({ file, onAnother }: { file: File; onAnother: () => void }): ReactNode {
  const kind = useQuery({
    queryKey: ['file-kind', file.name, file.size, file.lastModified],
    queryFn: () => kindOfFile(file),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Stack gap="md">
      <FileLine file={file} kind={kind.data} onAnother={onAnother} />
      {kind.isPending && <Loading />}
      {kind.isError && <Failed error={kind.error} onRetry={() => void kind.refetch()} />}
      {(kind.data === 'stix' || kind.data === 'un-list') && (
        <Putting file={file} source={file.name} onAnother={onAnother} />
      )}
      {kind.data === 'table' && <Table file={file} onAnother={onAnother} />}
      {(kind.data === 'unknown' || kind.data === 'empty') && <Useless kind={kind.data} />}
    </Stack>
  );
}

function FileLine({
  file,
  kind,
  onAnother,
}: {
  file: File;
  kind: Awaited<ReturnType<typeof kindOfFile>> | undefined;
  onAnother: () => void;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const size = useSize();
  return (
    <Paper withBorder p="md" component="section" aria-label={t('file')}>
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <IconFile size={22} stroke={1.5} aria-hidden />
          <Text fw={600} component="div">
            <Foreign text={file.name} />
          </Text>
          <Text size="sm" c="dimmed">
            {size(file.size)}
          </Text>
          {kind !== undefined && (
            <Badge variant="light" tt="none" color="gray" autoContrast>
              {t(`kind.${kind}`)}
            </Badge>
          )}
        </Group>
        <Button variant="default" size="xs" onClick={onAnother}>
          {t('another')}
        </Button>
      </Group>
    </Paper>
  );
}

function Useless({ kind }: { kind: 'unknown' | 'empty' }): ReactNode {
  const { t } = useTranslation('bring-in');
  return (
    <Alert color="orange" role="alert" title={t(`kind.${kind}`)}>
      {t(`useless.${kind}`)}
    </Alert>
  );
}

/** A table is read first, then goes the way of every file. */
function Table({ file, onAnother }: { file: File; onAnother: () => void }): ReactNode {
  const { t } = useTranslation('bring-in');
  const [ready, setReady] = useState<TableReady>();
  return (
    <>
      <Paper withBorder p="md" component="section" aria-labelledby="table-step">
        <Title order={2} id="table-step" mb="sm">
          {t('table.title')}
        </Title>
        <TableStep file={file} onReady={setReady} />
      </Paper>
      {ready !== undefined && (
        <Putting
          key={ready.number}
          file={ready.bundle}
          source={ready.source}
          hasLines={false}
          onAnother={onAnother}
        />
      )}
    </>
  );
}
