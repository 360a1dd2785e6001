/** One request: what is asked and why, how it stands, and what was answered. */
import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestWithAnswers } from '@entente/contract/request';
import { requestExtensionId } from '@entente/contract/stix';
import { useAddressId } from '../../app/address.ts';
import { ContributorOf, RecordLink, TitleOf } from '../../part/entry.tsx';
import { Foreign, ForeignText } from '../../part/foreign.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { Head, Loading, NotShown } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { extensionIn, textIn, textsIn, titleOf, type StixObject } from '../../record/object.ts';
import { safeText } from '../../record/safe-text.ts';
import { Registered } from '../protection/registered.tsx';
import { AnswerForm } from './answer-form.tsx';
import { Answers } from './answers.tsx';
import { useMayAsk } from './may-ask.ts';
import { requestQuery } from './queries.ts';
import { To } from './row.tsx';
import { Standings } from './standings.tsx';
import { Clock, StateBadge } from './state.tsx';
import { CloseRequest, Words } from './words.tsx';
import './requests.css';

export function RequestScreen(): ReactNode {
  const id = useAddressId();
  const request = useQuery(requestQuery(id));
  if (request.isError)
    return <NotShown error={request.error} onRetry={() => void request.refetch()} to="requests" />;
  if (request.isPending) return <Loading />;
  return <Shown key={id} request={request.data} />;
}

function Shown({ request }: { request: RequestWithAnswers }): ReactNode {
  const { t } = useTranslation('requests');
  const mayAsk = useMayAsk();
  const { entry, side, closed, standings } = request;
  const { object } = entry;
  const own = side === 'to-me' ? standings[0] : undefined;
  return (
    <>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/requests" search={{ board: side }} />}>
        {t('back')}
      </Anchor>
      <Head title={safeText(titleOf(object)).text}>
        {mayAsk && side === 'mine' && closed === null && <CloseRequest id={object.id} />}
        {mayAsk && own !== undefined && <Words id={object.id} standing={own} />}
      </Head>
      <Group gap="sm" mb="md">
        {own !== undefined && <StateBadge state={own.state} />}
        {side === 'mine' && closed !== null && <StateBadge state="closed" />}
        <Clock by={request.by} isStopped={closed !== null} />
        <Text span size="sm" c="dimmed">
          {side === 'mine' ? (
            <To addressees={request.addressees} />
          ) : (
            <>
              {t('from')} <ContributorOf entry={entry} />
            </>
          )}
        </Text>
        <MarkingLine object={object} label={entry.label} />
      </Group>
      <div className="beside">
        <Stack>
          <Asked object={object} asked={request.asked} />
          {mayAsk && own !== undefined && own.state !== 'closed' && (
            <AnswerForm request={object.id} asker={entry.contributor ?? ''} />
          )}
          <Answers request={request} />
        </Stack>
        <Stack>
          {side === 'mine' && <Standings standings={standings} />}
          <Attached object={object} />
          {side === 'to-me' && (
            <Registered
              asker={entry.contributor ?? ''}
              asked={{ reference: object.id, subject: titleOf(object) }}
            />
          )}
        </Stack>
      </div>
    </>
  );
}

/** Without the request itself, to which its note always refers. */
const attached = (object: StixObject): string[] =>
  textsIn(object, 'object_refs').filter((id) => id !== object.id);

function Asked({ object, asked }: { object: StixObject; asked: string }): ReactNode {
  const { t } = useTranslation('requests');
  const times = useTimes();
  const content = extensionIn(object, requestExtensionId);
  const grounds = [
    ['field.reason', textIn(content, 'reason')],
    ['field.purpose', textIn(content, 'purpose')],
    ['field.legal-basis', textIn(content, 'legal_basis')],
  ] as const;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="asked">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="asked">
          {t('asked')}
        </Title>
        <Text size="xs" c="dimmed" component="time" dateTime={asked}>
          {times.moment(asked)}
        </Text>
      </Group>
      <ForeignText text={textIn(object, 'content') ?? ''} most={3000} />
      <dl className="stated request-grounds">
        {grounds.map(
          ([word, text]) =>
            text !== undefined && (
              <div key={word}>
                <dt>{t(word)}</dt>
                <dd>
                  <Foreign text={text} />
                </dd>
              </div>
            ),
        )}
      </dl>
      <TellsAddressees listed={textsIn(content, 'addressees')} />
    </Paper>
  );
}

function TellsAddressees({ listed }: { listed: readonly string[] }): ReactNode {
  const { t } = useTranslation('requests');
  if (listed.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('told')} <To addressees={listed} />
    </Text>
  );
}

function Attached({ object }: { object: StixObject }): ReactNode {
  const { t } = useTranslation('requests');
  const records = attached(object);
  if (records.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="attached">
      <Title order={2} id="attached" mb="xs">
        {t('attached')}
      </Title>
      <ul className="request-records">
        {records.map((id) => (
          <li key={id}>
            <RecordLink id={id}>
              <TitleOf id={id} />
            </RecordLink>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
