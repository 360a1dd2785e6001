/** Making or changing the default label of a source. */
import { Button, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LabelBody } from '@entente/contract/label';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../../app/cell.ts';
import { Failed } from '../../../part/states.tsx';
import { LabelMaker } from '../label-maker.tsx';
import { memberPolicyQuery } from '../label/presets.tsx';

export interface Default {
  /** `*` for every other source. */
  source: string;
  label: LabelBody;
  isNew: boolean;
}

const others = '*';

export function DefaultDialog({ beginning, onDone }: { beginning: Default; onDone: () => void }): ReactNode {
  const { t } = useTranslation('release');
  const { t: common } = useTranslation();
  const questions = useQueryClient();
  const [source, setSource] = useState(beginning.source);
  const [label, setLabel] = useState(beginning.label);
  const save = useMutation({
    mutationFn: () => cell.setDefaultLabel({ source: source.trim(), label }),
    onSuccess: async () => {
      await questions.invalidateQueries({ queryKey: memberPolicyQuery.queryKey });
      onDone();
    },
  });
  return (
    <Modal
      opened
      onClose={onDone}
      size="xl"
      title={t('default.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        {beginning.isNew && (
          <Switch
            label={t('preset.other-sources')}
            checked={source === others}
            onChange={({ currentTarget }) => setSource(currentTarget.checked ? others : '')}
          />
        )}
        {source !== others && (
          <TextInput
            label={t('default.source')}
            description={t('default.source.hint')}
            value={source}
            maxLength={200}
            readOnly={!beginning.isNew}
            required
            onChange={({ currentTarget }) => setSource(currentTarget.value)}
          />
        )}
        <LabelMaker value={label} onChange={setLabel} />
        {save.isError && <Failed error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {common('cancel')}
          </Button>
          <Button disabled={source.trim() === ''} loading={save.isPending} onClick={() => save.mutate()}>
            {common('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
