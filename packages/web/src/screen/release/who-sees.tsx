/** Who sees what one's member gave of an object, and why; and how another member would get it. */
import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Explanation, LabelBody } from '@entente/contract/label';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../app/failure.ts';
import { useNames, type NameById } from '../../part/names.ts';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import { AskOwners } from '../consent/ask-owners.tsx';
import { LabelLine } from '../../part/marking-line.tsx';
import { columnsOf, folded, type Verdict } from './matrix/cells.ts';
import { Filters, type Shown } from './matrix/filters.tsx';
import { Matrix } from './matrix/matrix.tsx';
import { explainedQuery, type Own } from './matrix/questions.ts';
import { RelabelButton } from './relabel-button.tsx';
import { ViewAs } from './view-as/view-as.tsx';
import './release.css';

export function WhoSees({ object, version }: { object: string; version?: string | undefined }): ReactNode {
  const { t } = useTranslation('release');
  const own = { object, version };
  const explained = useQuery(explainedQuery(own));
  if (explained.isPending) return <Loading />;
  const code = codeOf(explained.error);
  if (code === 'not-found') return <Empty title={t('matrix.not-own')} next={t('matrix.not-own.next')} />;
  if (code === 'forbidden')
    return (
      <Alert color="gray" icon={<IconLock size={18} aria-hidden />}>
        {t('matrix.narrow')}
      </Alert>
    );
  if (explained.isError) return <Failed error={explained.error} onRetry={() => void explained.refetch()} />;
  return <Panel own={own} {...explained.data} />;
}

function Panel({ own, items, labels }: { own: Own; items: Explanation[]; labels: LabelBody[] }): ReactNode {
  const { t } = useTranslation('release');
  const names = useNames();
  const [name, setName] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const [viewedAs, setViewedAs] = useState<string>();
  const columns = columnsOf(items);
  const found = chosen(items, names, name, shown);
  return (
    <Stack gap="md">
      <AskOwners object={own.object} />
      <Group justify="space-between" align="flex-start">
        <div>
          <Text size="xs" c="dimmed">
            {t('matrix.label', { count: labels.length })}
          </Text>
          {labels.map((label) => (
            <LabelLine isOwn key={JSON.stringify(label)} label={label} />
          ))}
        </div>
        <RelabelButton selection={[own]} />
      </Group>
      <Filters
        items={items}
        name={name}
        onName={setName}
        shown={shown}
        onShown={setShown}
        onViewAs={setViewedAs}
      />
      {found.length === 0 ? (
        <Empty title={t('matrix.none')} />
      ) : (
        <Matrix items={found} columns={columns} onViewAs={setViewedAs} />
      )}
      <Text size="xs" c="dimmed">
        {t('matrix.hint')}
      </Text>
      <ViewAs own={own} member={viewedAs} onClose={() => setViewedAs(undefined)} />
    </Stack>
  );
}

function chosen(items: readonly Explanation[], names: NameById, name: string, shown: Shown): Explanation[] {
  const isShown = (verdict: Verdict): boolean => shown === 'all' || shown === verdict;
  const nameOf = ({ member }: Explanation): string => names(member) ?? member;
  return items
    .filter((item) => isShown(item.verdict) && folded(nameOf(item)).includes(folded(name.trim())))
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
}
