/** The recovery code of a member, shown once: whoever has it goes on when it is put away. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Copyable } from '../../part/shown-once.tsx';

export function KeptCode({ code, lead }: { code: string; lead: string }): ReactNode {
  const { t } = useTranslation('entrance');
  const navigate = useNavigate();
  return (
    <Stack>
      <Title order={1}>{t('recovery.title')}</Title>
      <Text size="sm" role="status">
        {lead}
      </Text>
      <Text size="sm">{t('recovery.lead')}</Text>
      <Copyable text={code} />
      <Button onClick={() => void navigate({ to: '/sign-in', search: {} })}>{t('recovery.go-on')}</Button>
    </Stack>
  );
}
