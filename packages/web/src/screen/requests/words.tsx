/** What is said without a note: that one has it, that one does not answer, that one holds nothing; and the close. */
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestState, StandingBody } from '@entente/contract/request';
import { cell } from '../../app/cell.ts';
import { Failed } from '../../part/states.tsx';
import { useActing } from './queries.ts';

/** In which states each may be said: the cell holds to it, and refuses what came too late. */
const possible: Record<'acknowledge' | 'decline' | 'nothing-held', readonly RequestState[]> = {
  acknowledge: ['open'],
  decline: ['open', 'acknowledged', 'expired', 'nothing-held'],
  'nothing-held': ['open', 'acknowledged', 'expired', 'declined'],
};

export function Words({ id, standing: { state } }: { id: string; standing: StandingBody }): ReactNode {
  const { t } = useTranslation('requests');
  const acknowledging = useActing(() => cell.acknowledgeRequest({ id }));
  return (
    <>
      {possible.acknowledge.includes(state) && (
        <Button
          variant="default"
          loading={acknowledging.isPending}
          onClick={() => acknowledging.mutate(undefined)}
        >
          {t('acknowledge')}
        </Button>
      )}
      {possible['nothing-held'].includes(state) && (
        <Saying word="nothing-held" say={(reason) => cell.stateNothingHeld({ id, ...reason })} />
      )}
      {possible.decline.includes(state) && (
        <Saying word="decline" say={(reason) => cell.declineRequest({ id, ...reason })} />
      )}
      {acknowledging.isError && <Failed error={acknowledging.error} />}
    </>
  );
}

export function CloseRequest({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('requests');
  const [isOpen, { open, close }] = useDisclosure(false);
  const closing = useActing(() => cell.closeRequest({ id }));
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('close')}
      </Button>
      <Dialog title={t('close')} isOpen={isOpen} onClose={close}>
        <Stack>
          <Text size="sm">{t('close.says')}</Text>
          {closing.isError && <Failed error={closing.error} />}
          <Buttons
            act={t('close')}
            isBusy={closing.isPending}
            onCancel={close}
            onAct={() => closing.mutate(undefined, { onSuccess: close })}
          />
        </Stack>
      </Dialog>
    </>
  );
}

function Saying({
  word,
  say,
}: {
  word: 'decline' | 'nothing-held';
  say: (given: { reason?: string }) => Promise<unknown>;
}): ReactNode {
  const { t } = useTranslation('requests');
  const [isOpen, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const saying = useActing(say);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    saying.mutate(reason.trim() === '' ? {} : { reason }, { onSuccess: close });
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        {t(word)}
      </Button>
      <Dialog title={t(word)} isOpen={isOpen} onClose={close}>
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{t(`says.${word}`)}</Text>
            <Textarea
              label={t('reason')}
              description={t('reason.hint')}
              autosize
              minRows={2}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              data-autofocus
            />
            {saying.isError && <Failed error={saying.error} />}
            <Buttons act={t(word)} isBusy={saying.isPending} onCancel={close} />
          </Stack>
        </form>
      </Dialog>
    </>
  );
}

function Dialog({
  title,
  isOpen,
  onClose,
  children,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const { t: common } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {children}
    </Modal>
  );
}

/** @param onAct of the second button; it submits its form where it is left out */
function Buttons({
  act,
  isBusy,
  onCancel,
  onAct,
}: {
  act: string;
  isBusy: boolean;
  onCancel: () => void;
  onAct?: () => void;
}): ReactNode {
  const { t: common } = useTranslation();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {common('cancel')}
      </Button>
      <Button
        type={onAct === undefined ? 'submit' : 'button'}
        loading={isBusy}
        {...(onAct && { onClick: onAct })}
      >
        {act}
      </Button>
    </Group>
  );
}
