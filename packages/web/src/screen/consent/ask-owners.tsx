/** On what one's member holds back: whose it is, and the way to ask them. */
import { Alert, Anchor, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LabelBody } from '@entente/contract/label';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { DayInput } from '../../part/day-field.tsx';
import { useNames } from '../../part/names.ts';
import { Failed } from '../../part/states.tsx';
import { useDraft } from '../record/kept-draft.ts';
import { LabelMaker } from '../release/label-maker.tsx';
import { beginningOf, dayOf } from '../release/label/parts.ts';
import { usePolicyRights } from '../release/policy/rights.ts';
import { heldQuery, useDone } from './questions.ts';

export function AskOwners({ object }: { object: string }): ReactNode {
  const { t } = useTranslation('consent');
  const { t: common } = useTranslation();
  const names = useNames();
  const rights = usePolicyRights();
  const [isOpen, dialog] = useDisclosure(false);
  const held = useQuery(heldQuery(object));
  const items = held.data?.items ?? [];
  if (items.length === 0) return null;
  const waiting = items.filter(({ released }) => !released);
  const shown = waiting.length > 0 ? waiting : items;
  const owners = [...new Set(shown.flatMap((one) => one.owners))].map(
    (owner) => names(owner) ?? common('members.unknown'),
  );
  return (
    <Alert
      color="gray"
      icon={<IconHeartHandshake size={20} aria-hidden />}
      title={t(waiting.length > 0 ? 'held' : 'held.released')}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {t(waiting.length > 0 ? 'held.says' : 'held.released.says', { owners: owners.join(', ') })}
        </Text>
        <Group gap="md">
          {waiting.length > 0 && rights?.mayAgree === true && (
            <Button size="xs" onClick={dialog.open}>
              {t('ask')}
            </Button>
          )}
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to="/consent" search={{ tab: 'asked' }} />}
          >
            {t('held.asked')}
          </Anchor>
        </Group>
        {waiting.length > 0 && rights?.mayAgree === false && <Text size="xs">{t('held.officer')}</Text>}
      </Stack>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        size="xl"
        title={t('ask')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <AskForm object={object} owners={owners} onDone={dialog.close} />
      </Modal>
    </Alert>
  );
}

interface Asking {
  label: LabelBody;
  purpose: string;
  by: string;
}

const empty: Asking = { label: {}, purpose: '', by: '' };

function AskForm({
  object,
  owners,
  onDone,
}: {
  object: string;
  owners: readonly string[];
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('consent');
  const { t: common } = useTranslation();
  const done = useDone();
  const draft = useDraft(`ask.${object}`, empty);
  const { label, purpose, by } = draft.value;
  const change = (part: Partial<Asking>): void => draft.change({ ...draft.value, ...part });
  const ask = useMutation({
    mutationFn: () => cell.askConsent({ object, label, purpose: purpose.trim(), by }),
    onSuccess: async ({ state }) => {
      draft.forget();
      await done(t(state === 'waits' ? 'ask.waits' : 'ask.done'));
      onDone();
    },
  });
  const isReady = (label.any ?? []).length > 0 && purpose.trim() !== '' && by !== '';
  return (
    <Stack gap="md">
      <Text size="sm">{t('ask.lead', { owners: owners.join(', ') })}</Text>
      <LabelMaker value={label} onChange={(made) => change({ label: made })} />
      <Textarea
        label={t('purpose')}
        description={t('purpose.hint')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={purpose}
        onChange={({ currentTarget }) => change({ purpose: currentTarget.value })}
      />
      <DayInput
        label={t('by')}
        description={t('by.hint')}
        required
        value={dayOf(by)}
        onChange={(day) => change({ by: beginningOf(day) ?? '' })}
      />
      {ask.isError && <Failed error={ask.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {common('cancel')}
        </Button>
        <Button disabled={!isReady} loading={ask.isPending} onClick={() => ask.mutate()}>
          {t('ask')}
        </Button>
      </Group>
    </Stack>
  );
}
