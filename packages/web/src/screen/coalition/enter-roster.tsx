/** Putting a member or a community on a roster. */
import { Radio, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { communitiesQuery, membersQuery } from '../../app/questions.ts';
import { useNames } from '../../part/names.ts';
import { renew } from './rosters.ts';
import { ActDialogue, type Dialogue } from '../../part/act-dialogue.tsx';

export function EnterRoster({
  community,
  standing,
  ...dialogue
}: Dialogue & { community: { id: string; name: string }; standing: readonly string[] }): ReactNode {
  const { t } = useTranslation('coalition');
  const names = useNames();
  const [entry, setEntry] = useState<string | null>(null);
  const [from, setFrom] = useState('now');
  const choices = useEntries(community.id, standing);
  const said = { entry: names(entry ?? '') ?? '', community: community.name };
  const act = async (): Promise<void> => {
    if (entry === null) return;
    await cell.enterRoster({ id: community.id, entry, from: from === 'start' ? 'start' : 'now' });
    setEntry(null);
    setFrom('now');
  };
  return (
    <ActDialogue
      renew={renew}
      {...dialogue}
      title={t('enter.title', { community: community.name })}
      confirm={t('enter.confirm')}
      done={t('enter.done', said)}
      isReady={entry !== null}
      act={act}
    >
      <Select
        data-autofocus
        required
        searchable
        label={t('enter.who')}
        data={choices}
        value={entry}
        onChange={setEntry}
        nothingFoundMessage={t('members.none')}
      />
      <Radio.Group label={t('enter.from')} value={from} onChange={setFrom}>
        <Radio mt="xs" value="now" label={t('enter.now')} description={t('enter.now.hint')} />
        <Radio mt="xs" value="start" label={t('enter.start')} description={t('enter.start.hint')} />
      </Radio.Group>
      {entry !== null && (
        <Text size="sm">
          {from === 'start' ? t('enter.effect.start', said) : t('enter.effect.now', said)}
        </Text>
      )}
    </ActDialogue>
  );
}

/** Members that are here, and communities that are seen, without those that stand on the roster. */
function useEntries(community: string, standing: readonly string[]): { group: string; items: Choice[] }[] {
  const { t, i18n } = useTranslation('coalition');
  const { data: members = [] } = useQuery(membersQuery);
  const { data: communities = [] } = useQuery(communitiesQuery);
  const choices = (all: readonly { id: string; name: string }[]): Choice[] =>
    all
      .filter(({ id }) => id !== community && !standing.includes(id))
      .map(({ id, name }) => ({ value: id, label: name }))
      .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return [
    { group: t('enter.members'), items: choices(members.filter(({ departed }) => !departed)) },
    { group: t('communities'), items: choices(communities) },
  ];
}

interface Choice {
  value: string;
  label: string;
}
