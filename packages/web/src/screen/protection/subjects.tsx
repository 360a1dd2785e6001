/** The register of what data subjects ask: its list, one request, or the file of one. */
import { Button, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectRequest } from '@entente/contract/subject';
import { useAsked } from '../../app/address.ts';
import { meQuery } from '../../app/questions.ts';
import { Foreign } from '../../part/foreign.tsx';
import { Listed } from '../../part/listed.tsx';
import { LongList } from '../../part/long-list.tsx';
import { Empty, Loading } from '../../part/states.tsx';
import { EnterRequest } from './enter-request.tsx';
import { requestsQuery } from './questions.ts';
import { Request } from './request.tsx';
import { SubjectFileSheet } from './subject-file.tsx';
import { Term } from './term.tsx';

export function Subjects(): ReactNode {
  const { t } = useTranslation('protection');
  const { request, file } = useAsked<'request' | 'file'>();
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return <Loading />;
  const isOfficer = me.roles.includes('release-officer');
  if (!isOfficer && !me.roles.includes('auditor'))
    return <Empty title={t('subjects.reader')} next={t('subjects.reader.next')} />;
  if (file !== undefined) return <SubjectFileSheet id={file} />;
  if (request !== undefined) return <Request id={request} mayAct={isOfficer} />;
  return <Register mayEnter={isOfficer} />;
}

type State = 'open' | 'answered';

function Register({ mayEnter }: { mayEnter: boolean }): ReactNode {
  const { t } = useTranslation('protection');
  const [state, setState] = useState<State>('open');
  const list = useInfiniteQuery(requestsQuery(state));
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('subjects.lead')}
      </Text>
      <div className="care-row">
        <SegmentedControl
          aria-label={t('state')}
          value={state}
          onChange={(value) => setState(value)}
          data={[
            { value: 'open', label: t('state.open') },
            { value: 'answered', label: t('subjects.answered-ones') },
          ]}
        />
        {mayEnter && <EnterRequest />}
      </div>
      <Listed list={list} none={<Empty title={t(`subjects.none.${state}`)} next={t('subjects.none.next')} />}>
        {(items, onEnd) => (
          <LongList
            label={t('tab.subjects')}
            items={items}
            keyOf={({ id }) => id}
            height={94}
            row={(one) => <RequestRow request={one} />}
            onEnd={onEnd}
          />
        )}
      </Listed>
    </Stack>
  );
}

function RequestRow({ request }: { request: SubjectRequest }): ReactNode {
  const { t } = useTranslation('protection');
  return (
    <Paper withBorder p="md" mb="md">
      <div className="care-row">
        <div className="care-main">
          <Text fw={600}>
            {t(`kind.${request.kind}`)} · <Foreign text={request.subject} />
          </Text>
          <Text size="sm" c="dimmed">
            <Term request={request} />
          </Text>
        </div>
        <Button
          size="compact-md"
          variant="default"
          renderRoot={(props) => (
            <Link {...props} to="/protection" search={{ tab: 'subjects', request: request.id }} />
          )}
        >
          {t('subjects.open')}
        </Button>
      </div>
    </Paper>
  );
}
