/** What was answered: to whoever asked by everybody, to others by themselves. */
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestWithAnswers } from '@entente/contract/request';
import { answerExtensionId } from '@entente/contract/stix';
import { ContributorOf, RecordLink, TitleOf } from '../../part/entry.tsx';
import { ForeignText } from '../../part/foreign.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { useTimes } from '../../part/time.ts';
import { extensionIn, textIn, textsIn, type Entry } from '../../record/object.ts';

export function Answers({ request: { entry, answers, side } }: { request: RequestWithAnswers }): ReactNode {
  const { t } = useTranslation('requests');
  if (answers.length === 0 && side === 'to-me') return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="answers">
      <Title order={2} id="answers" mb="xs">
        {side === 'mine' ? t('answers') : t('answers.own')}
      </Title>
      {answers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('answers.none')}
        </Text>
      ) : (
        <Stack gap="lg">
          {answers.map((one) => (
            <Answer key={one.object.id} answer={one} request={entry.object.id} />
          ))}
        </Stack>
      )}
    </Paper>
  );
}

function Answer({ answer, request }: { answer: Entry; request: string }): ReactNode {
  const { t } = useTranslation('requests');
  const times = useTimes();
  const { object, version } = answer;
  const records = textsIn(object, 'object_refs').filter((id) => id !== request && id !== object.id);
  const extent = textIn(extensionIn(object, answerExtensionId), 'extent');
  return (
    <article className="request-answer">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600} component="div">
          <ContributorOf entry={answer} />
          {extent === 'partly-answered' && ` · ${t('state.partly-answered')}`}
        </Text>
        {version !== null && (
          <RecordLink id={object.id} size="xs">
            {times.moment(version)}
          </RecordLink>
        )}
      </Group>
      <ForeignText text={textIn(object, 'content') ?? ''} most={3000} />
      {records.length > 0 && (
        <ul className="request-records">
          {records.map((id) => (
            <li key={id}>
              <RecordLink id={id}>
                <TitleOf id={id} />
              </RecordLink>
            </li>
          ))}
        </ul>
      )}
      <MarkingLine object={object} label={answer.label} />
    </article>
  );
}
