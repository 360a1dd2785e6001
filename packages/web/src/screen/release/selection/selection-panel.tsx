/** Who sees what was chosen from a list, object by object; and one label for all that one's member gave of it. */
import { Alert, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconLock, IconSearch } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../../app/failure.ts';
import { useNames } from '../../../part/names.ts';
import { Empty, Failed, Loading } from '../../../part/states.tsx';
import type { Entry } from '../../../record/object.ts';
import { folded } from '../matrix/cells.ts';
import { explainedQuery } from '../matrix/questions.ts';
import '../release.css';
import { RelabelButton } from '../relabel-button.tsx';
import { ViewAs } from '../view-as/view-as.tsx';
import { SelectionMatrix, type ChosenCell, type ExplainedObject } from './selection-matrix.tsx';

/** A matrix of more objects is read by nobody. */
const mostShown = 12;

export function SelectionPanel({ selection }: { selection: readonly Entry[] }): ReactNode {
  const { t } = useTranslation('release');
  return (
    <Paper withBorder p="md" mb="sm" component="section" aria-labelledby="selection-panel">
      <Title order={2} size="h4" id="selection-panel" mb="xs">
        {t('selection.title', { count: selection.length })}
      </Title>
      <Inside selection={selection} />
    </Paper>
  );
}

function Inside({ selection }: { selection: readonly Entry[] }): ReactNode {
  const { t } = useTranslation('release');
  const some = selection.slice(0, mostShown);
  const explained = useQueries({ queries: some.map(({ object }) => explainedQuery({ object: object.id })) });
  // What the member gave nothing of is no failure here.
  const failed = explained.find(({ error }) => error !== null && codeOf(error) !== 'not-found');
  if (failed !== undefined && codeOf(failed.error) === 'forbidden')
    return (
      <Alert color="gray" icon={<IconLock size={18} aria-hidden />}>
        {t('matrix.narrow')}
      </Alert>
    );
  if (failed !== undefined) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />;
  if (explained.some(({ isPending }) => isPending)) return <Loading />;
  const objects = some.flatMap(({ object }, index): ExplainedObject[] => {
    const items = explained[index]?.data?.items;
    return items === undefined ? [] : [{ id: object.id, items }];
  });
  const behind = selection.slice(mostShown).filter(({ label }) => label !== undefined);
  const own = [...objects.map(({ id }) => id), ...behind.map(({ object }) => object.id)];
  if (own.length === 0) return <Empty title={t('matrix.not-own')} next={t('matrix.not-own.next')} />;
  return (
    <Panel
      objects={objects}
      own={own}
      others={some.length - objects.length}
      isCut={selection.length > mostShown}
    />
  );
}

function Panel({
  objects,
  own,
  others,
  isCut,
}: {
  objects: readonly ExplainedObject[];
  /** All that one's member gave of the selection, shown or not. */
  own: readonly string[];
  /** How many of those that were looked at it gave nothing of. */
  others: number;
  isCut: boolean;
}): ReactNode {
  const { t } = useTranslation('release');
  const names = useNames();
  const [name, setName] = useState('');
  const [viewed, setViewed] = useState<ChosenCell>();
  const members = [...new Set(objects.flatMap(({ items }) => items.map(({ member }) => member)))]
    .map((member) => ({ member, name: names(member) ?? member }))
    .filter((one) => folded(one.name).includes(folded(name.trim())))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <TextInput
          label={t('matrix.by-name')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          w={220}
        />
        <RelabelButton selection={own.map((object) => ({ object }))} />
      </Group>
      {isCut && (
        <Text size="xs" c="dimmed">
          {t('selection.first', { number: mostShown })}
        </Text>
      )}
      {others > 0 && (
        <Text size="xs" c="dimmed">
          {t('selection.others', { count: others })}
        </Text>
      )}
      {members.length === 0 ? (
        <Empty title={t('matrix.none')} />
      ) : (
        <SelectionMatrix objects={objects} members={members} onChoose={setViewed} />
      )}
      <Text size="xs" c="dimmed">
        {t('selection.hint')}
      </Text>
      <ViewAs
        own={{ object: viewed?.object ?? '' }}
        member={viewed?.member}
        onClose={() => setViewed(undefined)}
      />
    </Stack>
  );
}
