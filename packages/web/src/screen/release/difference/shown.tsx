/** Before a label is changed: who gains, who loses, and which references are cut, by name. */
import { Alert, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconScissors } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import type { LabelBody } from '@entente/contract/label';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TitleOf } from '../../../part/entry.tsx';
import { Failed, Loading } from '../../../part/states.tsx';
import { pause } from '../label/line.tsx';
import { PartName } from '../matrix/part-name.tsx';
import { explainedQuery, type Own } from '../matrix/questions.ts';
import {
  changes,
  differenceOf,
  isNoDifference,
  type Change,
  type Cut,
  type Difference,
} from './difference.ts';
import { useMemberLists } from './lists.ts';

/** Of more than these the first are worked out. */
const mostWorkedOut = 10;
const mostCuts = 12;

export function DifferenceShown({
  selection,
  value,
}: {
  selection: readonly Own[];
  value: LabelBody;
}): ReactNode {
  const { t } = useTranslation('release');
  const [label] = useDebouncedValue(value, pause);
  const some = selection.slice(0, mostWorkedOut);
  const before = useQueries({ queries: some.map((own) => explainedQuery(own)) });
  const after = useQueries({ queries: some.map((own) => explainedQuery(own, label)) });
  const all = [...before, ...after];
  const failed = all.find(({ isError }) => isError);
  if (failed !== undefined) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />;
  const pairs = some.flatMap((_own, index) => {
    const [was, becomes] = [before[index]?.data, after[index]?.data];
    return was === undefined || becomes === undefined ? [] : [{ before: was.items, after: becomes.items }];
  });
  return (
    <div className="release-difference" aria-live="polite" aria-busy={pairs.length < some.length}>
      <Text size="sm" fw={600}>
        {t('difference.title')}
      </Text>
      {selection.length > some.length && (
        <Text size="xs" c="dimmed">
          {t('difference.first', { number: some.length, all: selection.length })}
        </Text>
      )}
      {pairs.length < some.length ? (
        <Loading />
      ) : (
        <Told difference={differenceOf(pairs)} isMany={some.length > 1} />
      )}
    </div>
  );
}

function Told({ difference, isMany }: { difference: Difference; isMany: boolean }): ReactNode {
  const { t } = useTranslation('release');
  if (isNoDifference(difference)) return <Text size="sm">{t('difference.none')}</Text>;
  const cuts = difference.cuts.slice(0, mostCuts);
  return (
    <Stack gap={6}>
      {changes.map((change) => (
        <Changed key={change} change={change} members={difference.changed[change]} isMany={isMany} />
      ))}
      {cuts.length > 0 && (
        <Alert
          variant="default"
          icon={<IconScissors size={18} aria-hidden />}
          title={t('difference.cuts')}
          p="xs"
        >
          <List size="sm" spacing={2}>
            {cuts.map((cut) => (
              <List.Item key={cut.key}>
                <CutLine cut={cut} />
              </List.Item>
            ))}
          </List>
          {difference.cuts.length > cuts.length && (
            <Text size="xs">{t('difference.more', { count: difference.cuts.length - cuts.length })}</Text>
          )}
        </Alert>
      )}
    </Stack>
  );
}

function Changed({
  change,
  members,
  isMany,
}: {
  change: Change;
  members: ReadonlyMap<string, number>;
  isMany: boolean;
}): ReactNode {
  const { t } = useTranslation('release');
  const lists = useMemberLists();
  if (members.size === 0) return null;
  const most = Math.max(...members.values());
  return (
    <Text size="sm" className={`release-change release-change-${change}`}>
      <strong>{t(`difference.${change}`, { number: members.size })}</strong>{' '}
      <bdi>{lists(members.keys())}</bdi>
      {isMany && ` ${t('difference.of', { count: most })}`}
    </Text>
  );
}

function CutLine({ cut: { kind, subject, members } }: { cut: Cut }): ReactNode {
  const { t } = useTranslation('release');
  const lists = useMemberLists();
  return (
    <>
      {t(`difference.cut.${kind}`)}{' '}
      {kind === 'portion' ? <Portion selectors={subject.split(' ')} /> : <TitleOf id={subject} />}
      {' · '}
      <Text span size="xs">
        <bdi>{lists(members)}</bdi>
      </Text>
    </>
  );
}

function Portion({ selectors }: { selectors: string[] }): ReactNode {
  return selectors.map((selector, place) => (
    <Fragment key={selector}>
      {place > 0 && ', '}
      <PartName selector={selector} />
    </Fragment>
  ));
}
