/** One request of a data subject: what it is about, what was done, and what may be done. */
import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectRequest } from '@entente/contract/subject';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { cell } from '../../app/cell.ts';
import { Confirm } from '../../part/confirm.tsx';
import { RecordLink, TitleOf } from '../../part/entry.tsx';
import { Foreign, ForeignText } from '../../part/foreign.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { AnswerForm, RecordsForm } from './request-forms.tsx';
import { refreshRequests, requestQuery } from './questions.ts';
import { Term } from './term.tsx';

type Found = AnswerOf<Operations['subjectRequest']>;

export function Request({ id, mayAct }: { id: string; mayAct: boolean }): ReactNode {
  const { t } = useTranslation('protection');
  const found = useQuery(requestQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const request = found.data;
  const isOpen = request.answered === null;
  return (
    <Stack>
      <Anchor
        size="sm"
        renderRoot={(props) => <Link {...props} to="/protection" search={{ tab: 'subjects' }} />}
      >
        {t('subjects.back')}
      </Anchor>
      <RequestHead request={request} />
      <Records request={request} mayAct={mayAct && isOpen} />
      {mayAct && isOpen && (
        <Paper withBorder p="md">
          <AnswerForm id={id} />
        </Paper>
      )}
      <Events events={request.events} />
    </Stack>
  );
}

function RequestHead({ request }: { request: Found }): ReactNode {
  const { t } = useTranslation('protection');
  return (
    <div className="care-row">
      <div className="care-main">
        <Title order={2}>
          {t(`kind.${request.kind}`)} · <Foreign text={request.subject} />
        </Title>
        <Text size="sm" c="dimmed">
          {t(`via.${request.via}`)} · <Term request={request} />
        </Text>
        {request.reference !== null && <Reference reference={request.reference} />}
        {request.answer !== null && <ForeignText text={request.answer} />}
      </div>
      <Button
        size="compact-md"
        variant="default"
        renderRoot={(props) => (
          <Link {...props} to="/protection" search={{ tab: 'subjects', file: request.id }} />
        )}
      >
        {t('subjects.file')}
      </Button>
    </div>
  );
}

/** Of one's own files, or the request for information by which the supervisor asks. */
function Reference({ reference }: { reference: string }): ReactNode {
  const { t } = useTranslation('protection');
  return (
    <Text size="sm">
      {reference.startsWith('note--') ? (
        <Anchor renderRoot={(props) => <Link {...props} to="/requests/$id" params={{ id: reference }} />}>
          {t('subjects.asked-by-request')}
        </Anchor>
      ) : (
        <Foreign text={reference} />
      )}
    </Text>
  );
}

function Records({ request, mayAct }: { request: SubjectRequest; mayAct: boolean }): ReactNode {
  const { t } = useTranslation('protection');
  const { id, objects } = request;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={3}>{t('subjects.records')}</Title>
          {request.restricted && <Badge variant="outline">{t('subjects.restricted')}</Badge>}
        </Group>
        {objects.length === 0 && <Text size="sm">{t('subjects.records.none')}</Text>}
        <ul className="care-names">
          {objects.map((object) => (
            <li key={object}>
              <RecordLink id={object} size="sm">
                <TitleOf id={object} />
              </RecordLink>
              <Text size="xs" c="dimmed" className="care-id">
                {object}
              </Text>
            </li>
          ))}
        </ul>
        {mayAct && (
          <Group gap="xs">
            {!request.restricted && <RecordsForm id={id} objects={objects} />}
            <Acts request={request} />
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function Acts({ request: { id, kind, objects, restricted } }: { request: SubjectRequest }): ReactNode {
  const { t } = useTranslation('protection');
  const act = (work: () => Promise<unknown>) => async () => {
    await work();
    await refreshRequests();
  };
  if (objects.length === 0) return null;
  return (
    <>
      {restricted ? (
        <Confirm
          act={t('subjects.lift')}
          says={t('subjects.lift.says')}
          onAct={act(() => cell.liftRestriction({ id }))}
        />
      ) : (
        <Confirm
          act={t('subjects.restrict')}
          says={t('subjects.restrict.says')}
          onAct={act(() => cell.restrictSubject({ id }))}
        />
      )}
      {kind === 'erase' && (
        <Confirm
          act={t('subjects.erase')}
          says={t('subjects.erase.says')}
          onAct={act(() => cell.eraseSubject({ id }))}
        />
      )}
    </>
  );
}

function Events({ events }: { events: Found['events'] }): ReactNode {
  const { t } = useTranslation('protection');
  const times = useTimes();
  return (
    <section aria-labelledby="events">
      <Title order={3} id="events">
        {t('subjects.events')}
      </Title>
      <ul className="care-names">
        {events.map(({ at, kind, count }) => (
          <li key={`${at} ${kind}`}>
            <Text size="sm">
              {times.moment(at)} · {t(`event.${kind}`)}
              {count !== null && ` · ${t('event.count', { count })}`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
