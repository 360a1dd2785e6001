/** Saving what is shown, under a label; of a saved graph of one's own member, a new version. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import type { LabelBody } from '@entente/contract/label';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../../part/dialogue-box.tsx';
import { cell } from '../../../app/cell.ts';
import { meQuery, ofView, questions } from '../../../app/questions.ts';
import { Failed } from '../../../part/states.tsx';
import { textIn, type Entry } from '../../../record/object.ts';
import { LabelMaker } from '../../release/label-maker.tsx';
import { groupingOf } from '../save/grouping.ts';
import type { Picture } from '../picture/picture.ts';

export function SaveGraph({
  isOpen,
  onClose,
  picture,
  opened,
  onSaved,
}: {
  isOpen: boolean;
  onClose: () => void;
  picture: Picture;
  opened: Entry | undefined;
  onSaved: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation('graph');
  return (
    <DialogueBox opened={isOpen} onClose={onClose} title={t('save.title')} size="lg">
      {isOpen && (
        <SaveForm
          picture={picture}
          opened={opened}
          onSaved={(id) => {
            onSaved(id);
            onClose();
          }}
        />
      )}
    </DialogueBox>
  );
}

interface Draft {
  name: string;
  label: LabelBody;
}

const noDraft: Draft = { name: '', label: {} };

function SaveForm({
  picture,
  opened,
  onSaved,
}: {
  picture: Picture;
  opened: Entry | undefined;
  onSaved: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation('graph');
  const { data: me } = useQuery(meQuery);
  const [draft, setDraft] = useLocalStorage<Draft>({ key: 'entente.graph.draft', defaultValue: noDraft });
  const [failure, setFailure] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const own = opened !== undefined && opened.contributor === me?.member.id ? opened : undefined;
  const name = draft.name === '' && own !== undefined ? (textIn(own.object, 'name') ?? '') : draft.name;
  const save = async (before: Entry | undefined): Promise<void> => {
    setSaving(true);
    setFailure(undefined);
    try {
      onSaved(await put(picture, { name, label: draft.label }, before));
      setDraft(noDraft);
    } catch (error) {
      setFailure(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Stack>
      <TextInput
        label={t('save.name')}
        data-autofocus
        value={name}
        maxLength={300}
        onChange={({ currentTarget: { value } }) => setDraft({ ...draft, name: value })}
      />
      <Text size="sm" c="dimmed">
        {t('save.lead')}
      </Text>
      <LabelMaker value={draft.label} onChange={(label) => setDraft({ ...draft, label })} />
      {failure !== undefined && <Failed error={failure} />}
      <Group>
        <Button loading={isSaving} disabled={name.trim() === ''} onClick={() => void save(undefined)}>
          {t('save.new')}
        </Button>
        {own !== undefined && (
          <Button
            variant="default"
            loading={isSaving}
            disabled={name.trim() === ''}
            onClick={() => void save(own)}
          >
            {t('save.again')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Puts it in; a new version where there is one before. @throws where the cell does not take it */
async function put(picture: Picture, { name, label }: Draft, before: Entry | undefined): Promise<string> {
  const now = new Date().toISOString();
  const id = before?.object.id ?? `grouping--${crypto.randomUUID()}`;
  const created = (before === undefined ? undefined : textIn(before.object, 'created')) ?? now;
  const object = groupingOf({ id, created, now, name: name.trim(), picture });
  const { answers } = await cell.putContributions({ objects: [object], label });
  const [answer] = answers;
  if (answer?.outcome === 'rejected') {
    throw new Error(answer.findings.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  }
  await questions.invalidateQueries({ queryKey: [ofView, 'saved-graphs'] });
  return id;
}
