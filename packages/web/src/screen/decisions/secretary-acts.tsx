/** What the secretary of the cell does with a text. */
import { Button, Menu, Textarea } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { renewDecisions } from './queries.ts';
import { ActDialogue, type Dialogue } from '../../part/act-dialogue.tsx';
import { isRunning, type Decision } from './queries.ts';
import { MomentInput } from '../../part/day-field.tsx';

const settling = ['withdraw', 'refer', 'lapse'] as const;
type Settling = (typeof settling)[number];
type Act = Settling | 'table' | 'extend' | 'issue';

function mayDo(decision: Decision): Act[] {
  const { state, outcome } = decision;
  if (state === 'draft') return ['table', 'withdraw'];
  if (isRunning(decision)) return ['extend', 'withdraw'];
  if (state === 'consultation') return ['refer', 'lapse', 'withdraw'];
  return state === 'adopted' && outcome !== 'impossible' ? ['issue'] : [];
}

export function SecretaryActs({ decision }: { decision: Decision }): ReactNode {
  const { t } = useTranslation('decisions');
  const [open, setOpen] = useState<Act>();
  const acts = mayDo(decision);
  const { id, state } = decision;
  const mayWrite = state === 'draft' || state === 'consultation';
  if (acts.length === 0) return null;
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('secretary')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayWrite && (
            <Menu.Item renderRoot={(props) => <Link {...props} to="/decisions/$id/write" params={{ id }} />}>
              {state === 'draft' ? t('write.change') : t('write.revise')}
            </Menu.Item>
          )}
          {acts.map((act) => (
            <Menu.Item key={act} onClick={() => setOpen(act)}>
              {t(`act.${act}`)}…
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {settling.map((kind) => (
        <Settle key={kind} id={id} kind={kind} isOpen={open === kind} onClose={close} />
      ))}
      <Timed id={id} kind="table" isOpen={open === 'table'} onClose={close} />
      <Timed id={id} kind="extend" isOpen={open === 'extend'} onClose={close} />
      <ActDialogue
        size="lg"
        renew={renewDecisions}
        isOpen={open === 'issue'}
        onClose={close}
        title={t('act.issue')}
        says={t('act.issue.says')}
        confirm={t('act.issue')}
        done={t('act.done')}
        act={() => cell.issueDecision({ id })}
      />
    </>
  );
}

function Settle({ id, kind, ...dialogue }: Dialogue & { id: string; kind: Settling }): ReactNode {
  const { t } = useTranslation('decisions');
  const [reason, setReason] = useState('');
  const act = (): Promise<unknown> => {
    const given = { id, reason: reason.trim() };
    if (kind === 'withdraw') return cell.withdrawDecision(given);
    return kind === 'refer' ? cell.referDecision(given) : cell.lapseDecision(given);
  };
  return (
    <ActDialogue
      size="lg"
      renew={renewDecisions}
      {...dialogue}
      title={t(`act.${kind}`)}
      says={t(`act.${kind}.says`)}
      confirm={t(`act.${kind}`)}
      done={t('act.done')}
      isReady={reason.trim() !== ''}
      act={act}
    >
      <Textarea
        data-autofocus
        required
        autosize
        minRows={2}
        maxLength={5000}
        label={t('act.reason')}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
    </ActDialogue>
  );
}

/** A moment as a field of the browser gives it, in the zone of the device. */
export const momentOf = (typed: string): string => new Date(typed).toISOString();

function Timed({ id, kind, ...dialogue }: Dialogue & { id: string; kind: 'table' | 'extend' }): ReactNode {
  const { t } = useTranslation('decisions');
  const [typed, setTyped] = useState('');
  const act = (): Promise<unknown> => {
    const given = { id, expiry: momentOf(typed) };
    return kind === 'table' ? cell.tableDecision(given) : cell.extendSilence(given);
  };
  return (
    <ActDialogue
      size="lg"
      renew={renewDecisions}
      {...dialogue}
      title={t(`act.${kind}`)}
      says={t(`act.${kind}.says`)}
      confirm={t(`act.${kind}`)}
      done={t('act.done')}
      isReady={typed !== ''}
      act={act}
    >
      <MomentInput
        data-autofocus
        required
        label={t('expiry')}
        description={t('expiry.hint')}
        value={typed}
        onChange={setTyped}
      />
    </ActDialogue>
  );
}
