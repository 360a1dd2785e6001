/** The check, made in this page by the same code as `entente verify`: the server is not asked whether all is well. */
import { Button, Group, Paper, Text, Textarea, Title } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { audit, type Audit } from '@entente/core/ledger/audit';
import { evidenceOf } from '@entente/contract/ledger-evidence';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { codeOf } from '../../app/failure.ts';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { lastCheck, readKept, writeKept } from './keeping.ts';
import { Found } from './found.tsx';

async function check(member: string, isAuditor: boolean, other: string): Promise<Audit> {
  const found = await audit(evidenceOf(cell, isAuditor), readKept(member), {
    now: Date.now() * 1000,
    others: other.trim() === '' ? [] : [`${other.trim()}\n`],
  });
  if (found.findings.length === 0) writeKept(member, found.kept);
  return found;
}

export function Check({ member, isAuditor }: { member: string; isAuditor: boolean }): ReactNode {
  const { t } = useTranslation('ledger');
  const times = useTimes();
  const [other, setOther] = useState('');
  const [isFirst, setIsFirst] = useState(false);
  const checking = useMutation({
    mutationFn: () => {
      setIsFirst(lastCheck(member) === undefined);
      return check(member, isAuditor, other);
    },
  });
  const last = lastCheck(member);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="check">
      <Title order={2} id="check">
        {t('check')}
      </Title>
      <Text size="sm" mt={4}>
        {t('check.what')}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {last === undefined ? t('check.never') : t('check.last', { time: times.moment(last) })}
      </Text>
      <Textarea
        mt="sm"
        label={t('check.other')}
        description={t('check.other.what')}
        autosize
        minRows={2}
        maxRows={8}
        value={other}
        onChange={({ currentTarget: { value } }) => setOther(value)}
        classNames={{ input: 'ledger-note' }}
        spellCheck={false}
      />
      <Group mt="sm">
        <Button
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={checking.isPending}
          onClick={() => checking.mutate()}
        >
          {t('check.now')}
        </Button>
      </Group>
      <div role="status" aria-live="polite">
        {checking.isPending && (
          <Text size="sm" mt="sm">
            {t('check.going')}
          </Text>
        )}
        {checking.isSuccess && <Found found={checking.data} isFirst={isFirst} />}
      </div>
      {checking.isError && codeOf(checking.error) === 'not-found' && (
        <Text size="sm" mt="sm">
          {t('check.not-yet')}
        </Text>
      )}
      {checking.isError && codeOf(checking.error) !== 'not-found' && (
        <Failed error={checking.error} onRetry={() => checking.mutate()} />
      )}
    </Paper>
  );
}
