/** Admitting a member to the cell. */
import { Radio, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { renew } from './rosters.ts';
import { ActDialogue, type Dialogue } from '../../part/act-dialogue.tsx';

export function AdmitMember(dialogue: Dialogue): ReactNode {
  const { t } = useTranslation('coalition');
  const [name, setName] = useState('');
  const [kind, setKind] = useState('nation');
  const [identity, setIdentity] = useState('');
  const act = async (): Promise<void> => {
    await cell.admitMember({
      name: name.trim(),
      kind: kind === 'organisation' ? 'organisation' : 'nation',
      ...(identity.trim() === '' ? {} : { identity: identity.trim() }),
    });
    setName('');
    setIdentity('');
  };
  return (
    <ActDialogue
      renew={renew}
      {...dialogue}
      title={t('admit')}
      confirm={t('admit.confirm')}
      done={t('admit.done', { member: name.trim() })}
      isReady={name.trim() !== ''}
      act={act}
    >
      <TextInput
        data-autofocus
        required
        maxLength={200}
        label={t('admit.name')}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <Radio.Group label={t('admit.kind')} value={kind} onChange={setKind}>
        <Radio mt="xs" value="nation" label={t('kind.nation')} />
        <Radio mt="xs" value="organisation" label={t('kind.organisation')} />
      </Radio.Group>
      <TextInput
        label={t('admit.identity')}
        description={t('admit.identity.hint')}
        placeholder="identity--…"
        value={identity}
        onChange={({ currentTarget: { value } }) => setIdentity(value)}
      />
      <Text size="sm">{t('admit.effect')}</Text>
    </ActDialogue>
  );
}
