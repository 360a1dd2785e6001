/** The ceiling: nothing wider is released by an analyst alone; and whether a second person is wanted for it. */
import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LabelBody } from '@entente/contract/label';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../../app/cell.ts';
import { Failed } from '../../../part/states.tsx';
import { Audiences } from '../label/audiences.tsx';
import { Conditions } from '../label/conditions.tsx';
import { LabelLine } from '../../../part/marking-line.tsx';
import { memberPolicyQuery } from '../label/presets.tsx';

interface Laid {
  ceiling: LabelBody | null;
  secondPerson: boolean;
}

export function Ceiling({ laid, maySet }: { laid: Laid; maySet: boolean }): ReactNode {
  const { t } = useTranslation('release');
  return maySet ? (
    <Form before={laid} />
  ) : (
    <Stack gap="xs">
      {laid.ceiling === null ? (
        <Text size="sm">{t('policy.no-ceiling')}</Text>
      ) : (
        <LabelLine isOwn label={laid.ceiling} />
      )}
      <Text size="sm">{laid.secondPerson ? t('policy.second.on') : t('policy.second.off')}</Text>
      <Text size="xs" c="dimmed">
        {t('policy.ask-administrator')}
      </Text>
    </Stack>
  );
}

function Form({ before }: { before: Laid }): ReactNode {
  const { t } = useTranslation('release');
  const { t: common } = useTranslation();
  const questions = useQueryClient();
  const [{ ceiling, secondPerson }, set] = useState(before);
  const save = useMutation({
    mutationFn: () => cell.setMemberPolicy({ ceiling, secondPerson }),
    onSuccess: () => {
      notifications.show({ message: t('policy.saved'), withCloseButton: false });
      return questions.invalidateQueries({ queryKey: memberPolicyQuery.queryKey });
    },
  });
  const change = (changed: Partial<Laid>): void => set((now) => ({ ...now, ...changed }));
  return (
    <Stack gap="md">
      <Switch
        label={t('policy.has-ceiling')}
        description={t('policy.has-ceiling.hint')}
        checked={ceiling !== null}
        onChange={({ currentTarget }) => change({ ceiling: currentTarget.checked ? {} : null })}
      />
      {ceiling !== null && (
        <Stack gap="sm" pl="md" className="release-indent">
          <Audiences value={ceiling} onChange={(value) => change({ ceiling: value })} />
          <Conditions value={ceiling} onChange={(value) => change({ ceiling: value })} />
        </Stack>
      )}
      <Switch
        label={t('policy.second')}
        description={t('policy.second.hint')}
        checked={secondPerson}
        onChange={({ currentTarget }) => change({ secondPerson: currentTarget.checked })}
      />
      {save.isError && <Failed error={save.error} />}
      <Group>
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {common('save')}
        </Button>
      </Group>
    </Stack>
  );
}
