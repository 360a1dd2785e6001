/** A request on a board. */
import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestItem, RequestState } from '@entente/contract/request';
import { ContributorOf, ObjectTitle } from '../../part/entry.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { useNames } from '../../part/names.ts';
import { Clock, StateBadge } from './state.tsx';

export function RequestRow({ request }: { request: RequestItem }): ReactNode {
  const { entry, by, closed, side } = request;
  const { object } = entry;
  return (
    <div className="request-row">
      <Group justify="space-between" gap="xs 16px" wrap="wrap">
        <Anchor
          fw={600}
          renderRoot={(props) => <Link {...props} to="/requests/$id" params={{ id: object.id }} />}
        >
          <ObjectTitle object={object} />
        </Anchor>
        <Clock by={by} isStopped={closed !== null} />
      </Group>
      <Group gap="4px 12px" wrap="wrap">
        <States request={request} />
        <Text span size="xs" c="dimmed">
          {side === 'mine' ? <To addressees={request.addressees} /> : <From request={request} />}
        </Text>
        <MarkingLine object={object} label={entry.label} />
      </Group>
    </div>
  );
}

function From({ request: { entry } }: { request: RequestItem }): ReactNode {
  const { t } = useTranslation('requests');
  return (
    <>
      {t('from')} <ContributorOf entry={entry} />
    </>
  );
}

/** Whom one asked, by name. */
export function To({ addressees }: { addressees: readonly string[] }): ReactNode {
  const { t } = useTranslation('requests');
  const names = useNames();
  const named = addressees.map((one) => names(one.slice(one.indexOf(':') + 1)) ?? one);
  return (
    <>
      {t('to')} <bdi>{named.join(', ')}</bdi>
    </>
  );
}

/** One's own state; of what one asked, how many are in which. */
function States({ request: { standings } }: { request: RequestItem }): ReactNode {
  const counts = new Map<RequestState, number>();
  for (const { state } of standings) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => <StateBadge key={state} state={state} count={count} />);
}
