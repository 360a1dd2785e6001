/** The record of an object: what the view has of it. */
import { Code, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressId, useAsked } from '../../app/address.ts';
import { objectQuery } from '../../app/questions.ts';
import { ContributorOf } from '../../part/entry.tsx';
import { Foreign, ForeignText } from '../../part/foreign.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { Failed, Head, Loading } from '../../part/states.tsx';
import { kindOf } from '../../record/kind.ts';
import { namesOf, textIn, titleOf } from '../../record/object.ts';
import { WhoSees } from '../release/who-sees.tsx';

export function RecordScreen(): ReactNode {
  const { t } = useTranslation('record');
  const { t: stix } = useTranslation('stix');
  const id = useAddressId();
  const { tab } = useAsked<'tab'>();
  const found = useQuery(objectQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const { object } = found.data;
  const description = textIn(object, 'description');
  return (
    <>
      <Head title={titleOf(object) || kindOf(object, stix)} lead={kindOf(object, stix)} />
      <Stack>
        <MarkingLine object={object} />
        <ContributorOf entry={found.data} />
        <Paper withBorder p="md">
          <Text fw={600}>{t('names')}</Text>
          {namesOf(object).map((name) => (
            <div key={name.text}>
              <Foreign text={name.text} language={name.language} />
            </div>
          ))}
        </Paper>
        {description !== undefined && (
          <Paper withBorder p="md">
            <Text fw={600}>{t('description')}</Text>
            <ForeignText text={description} />
          </Paper>
        )}
        {tab === 'who-sees' && <WhoSees object={id} />}
        <Text size="xs" c="dimmed">
          {t('id')} <Code>{object.id}</Code>
        </Text>
      </Stack>
    </>
  );
}
