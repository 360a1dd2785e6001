/** What waits: labels that a second person has to agree to, and what one began to write on this device. */
import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import type { MessageBody } from '@entente/contract/message';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { meQuery, ofInbox, ofView } from '../../app/questions.ts';
import { RecordLink, TitleOf } from '../../part/entry.tsx';
import { MessageSentence } from '../../part/message-sentence.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { keptDrafts, type KeptDraft } from './drafts.ts';
import { ProposalRow } from './proposal-row.tsx';

const proposalsQuery = (isNarrow: boolean) =>
  queryOptions({
    queryKey: [ofView, 'proposals'],
    queryFn: () => cell.proposals({ limit: 100 }),
    enabled: !isNarrow,
  });

const most = 20;

/** What somebody has to act on, whatever it is. */
const waitingQuery = queryOptions({
  queryKey: [...ofInbox, 'list', 'waiting', most],
  queryFn: () => cell.inbox({ show: 'waiting', limit: most }),
});

export function Waits(): ReactNode {
  const { t } = useTranslation('situation');
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="waits">
      <Title order={2} id="waits">
        {t('waits')}
      </Title>
      <Waiting account={me.account} isNarrow={me.narrow} />
    </Paper>
  );
}

function Waiting({ account, isNarrow }: { account: string; isNarrow: boolean }): ReactNode {
  const { t } = useTranslation('situation');
  const proposals = useQuery(proposalsQuery(isNarrow));
  const messages = useQuery(waitingQuery);
  const [drafts] = useState(() => keptDrafts(account));
  if (proposals.isError) return <Failed error={proposals.error} onRetry={() => void proposals.refetch()} />;
  if (messages.isError) return <Failed error={messages.error} onRetry={() => void messages.refetch()} />;
  if ((!isNarrow && proposals.isPending) || messages.isPending) return <Loading />;
  const labels = proposals.data?.items ?? [];
  // Labels stand here themselves, with what can be done about them.
  const others = messages.data.items.filter(({ kind }) => kind !== 'label-waits');
  if (labels.length === 0 && drafts.length === 0 && others.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt="xs">
        {t('waits.none')}
      </Text>
    );
  }
  return (
    <ul className="lined-list">
      {labels.map((proposal) => (
        <ProposalRow key={proposal.id} proposal={proposal} />
      ))}
      {others.map((message) => (
        <WaitingRow key={message.id} message={message} />
      ))}
      {messages.data.next !== undefined && (
        <li>
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to="/inbox" search={{ show: 'waiting' }} />}
          >
            {t('waits.all')}
          </Anchor>
        </li>
      )}
      {drafts.map((draft) => (
        <DraftRow key={draft.key} draft={draft} />
      ))}
    </ul>
  );
}

function WaitingRow({ message }: { message: MessageBody }): ReactNode {
  const times = useTimes();
  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <MessageSentence message={message} isStrong />
        <Text size="xs" c="dimmed" className="nowrap">
          {times.day(message.at)}
        </Text>
      </Group>
    </li>
  );
}

function DraftRow({ draft: { kind, about, at } }: { draft: KeptDraft }): ReactNode {
  const { t } = useTranslation('situation');
  const times = useTimes();
  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={600}>
          {t(`draft.${kind}`)}
        </Text>
        {at !== undefined && (
          <Text size="xs" c="dimmed" className="nowrap">
            {times.moment(at)}
          </Text>
        )}
      </Group>
      <Text size="sm" component="div">
        {(kind === 'request' || kind === 'answer') && <RequestDraft kind={kind} about={about} />}
        {about !== undefined && (kind === 'report' || kind === 'record') && (
          <RecordLink id={about}>
            <TitleOf id={about} />
          </RecordLink>
        )}
        {about === undefined && kind === 'report' && (
          <Anchor renderRoot={(props) => <Link {...props} to="/reports" search={{}} />}>
            {t('draft.go-on')}
          </Anchor>
        )}
      </Text>
      <Text size="xs" c="dimmed">
        {t('draft.where')}
      </Text>
    </li>
  );
}

/** Where one goes on asking, or answering; the record that one asks about, or the request. */
function RequestDraft({ kind, about }: { kind: 'request' | 'answer'; about: string | undefined }): ReactNode {
  const { t } = useTranslation('situation');
  const words = about === undefined ? t('draft.go-on') : <TitleOf id={about} />;
  if (kind === 'answer') {
    return (
      <Anchor renderRoot={(props) => <Link {...props} to="/requests/$id" params={{ id: about ?? '' }} />}>
        {words}
      </Anchor>
    );
  }
  return (
    <Anchor
      renderRoot={(props) => (
        <Link {...props} to="/requests/new" search={about === undefined ? {} : { about }} />
      )}
    >
      {words}
    </Anchor>
  );
}
