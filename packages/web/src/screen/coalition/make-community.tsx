/** Making a community with its first roster, as a secretary sees it only while its own member is on it. */
import { MultiSelect, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { membersQuery, meQuery } from '../../app/questions.ts';
import { renew } from './rosters.ts';
import { ActDialogue, type Dialogue } from '../../part/act-dialogue.tsx';
import { useTables } from '../../part/secretary.ts';

export function MakeCommunity(dialogue: Dialogue): ReactNode {
  const { t, i18n } = useTranslation('coalition');
  const { data: members = [] } = useQuery(membersQuery);
  const { data: me } = useQuery(meQuery);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>();
  const tables = useTables();
  const navigate = useNavigate();
  const own = me?.member.id;
  const entries = chosen ?? (own === undefined ? [] : [own]);
  const act = async (): Promise<void> => {
    const { id } = await cell.createCommunity({ name: name.trim() });
    if (tables) await navigate({ to: '/decisions/new', search: { kind: 'roster', community: id } });
    else for (const entry of entries) await cell.enterRoster({ id, entry });
    setName('');
    setChosen(undefined);
  };
  return (
    <ActDialogue
      renew={renew}
      {...dialogue}
      title={t('make')}
      confirm={t('make.confirm')}
      done={t('make.done', { community: name.trim() })}
      isReady={name.trim() !== '' && (tables || entries.length > 0)}
      act={act}
    >
      <TextInput
        data-autofocus
        required
        maxLength={200}
        label={t('make.name')}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      {!tables && (
        <MultiSelect
          required
          searchable
          label={t('make.roster')}
          data={members
            .filter(({ departed }) => !departed)
            .map((member) => ({ value: member.id, label: member.name }))
            .sort((a, b) => a.label.localeCompare(b.label, i18n.language))}
          value={entries}
          onChange={setChosen}
        />
      )}
      {!tables && own !== undefined && !entries.includes(own) && <Text size="sm">{t('make.unseen')}</Text>}
      <Text size="sm">{tables ? t('make.decide') : t('make.effect')}</Text>
    </ActDialogue>
  );
}
