/** The latest checkpoint, as the cell gives it to every member alike, to hand to another one. */
import { Code, CopyButton, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';

export function Checkpoint(): ReactNode {
  const { t } = useTranslation('ledger');
  const { t: common } = useTranslation();
  const times = useTimes();
  const { data, error, refetch } = useQuery({
    queryKey: ['ledger', 'checkpoint'],
    queryFn: () => cell.ledgerCheckpoint(),
  });
  const { data: hub } = useQuery({ queryKey: ['ledger', 'key'], queryFn: () => cell.ledgerKey() });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="checkpoint">
      <Title order={2} id="checkpoint">
        {t('checkpoint')}
      </Title>
      <Text size="sm" c="dimmed" mt={4} mb="xs">
        {t('checkpoint.what')}
      </Text>
      {error !== null && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <>
          <Text size="sm">{t('checkpoint.size', { count: data.size, size: times.number(data.size) })}</Text>
          <Code block className="ledger-note" mt="xs">
            {data.checkpoint}
          </Code>
          <Group mt="xs" gap="xs">
            <CopyButton value={data.checkpoint}>
              {({ copied, copy }) => (
                <Button size="xs" variant="default" onClick={copy}>
                  {copied ? common('copied') : t('checkpoint.copy')}
                </Button>
              )}
            </CopyButton>
            <Button size="xs" variant="default" onClick={() => void refetch()}>
              {t('checkpoint.newer')}
            </Button>
          </Group>
        </>
      )}
      {hub !== undefined && (
        <>
          <Text size="sm" mt="md" mb={4}>
            {t('key')}
          </Text>
          <Code block className="ledger-note">
            {hub.key}
          </Code>
        </>
      )}
    </Paper>
  );
}
