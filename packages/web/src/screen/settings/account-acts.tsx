/** What an administrator does with an account. */
import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { cell } from '../../app/cell.ts';
import { Confirm } from '../../part/confirm.tsx';
import type { Account } from './accounts.tsx';
import { AccountForm } from './account-form.tsx';
import { Tokens } from './tokens.tsx';

export function AccountActs({
  account,
  onLink,
  onChange,
}: {
  account: Account;
  onLink: (link: string) => void;
  onChange: () => Promise<void>;
}): ReactNode {
  const { t } = useTranslation('settings');
  const [isChanging, changing] = useDisclosure(false);
  const [isShowing, showing] = useDisclosure(false);
  const { id } = account;
  const isDisabled = account.disabledAt !== null;
  const disable = async (): Promise<void> => {
    await cell.changeAccount({ id, disabled: !isDisabled });
    await onChange();
  };
  const reset = async (): Promise<void> => {
    const { link } = await cell.resetAccount({ id });
    onLink(link);
    await onChange();
  };
  const changed = async (): Promise<void> => {
    changing.close();
    await onChange();
  };
  return (
    <Group gap="xs" justify="flex-end">
      <Button size="compact-sm" variant="default" onClick={changing.open}>
        {t('accounts.change')}
      </Button>
      {account.kind === 'service' ? (
        <Button size="compact-sm" variant="default" onClick={showing.open}>
          {t('tokens')}
        </Button>
      ) : (
        <Confirm act={t('accounts.reset')} says={t('accounts.reset.says')} onAct={reset} />
      )}
      <Confirm
        act={t('accounts.end-sessions')}
        says={t('accounts.end-sessions.says')}
        onAct={() => cell.endSessionsOf({ id })}
      />
      <Confirm
        act={isDisabled ? t('accounts.enable') : t('accounts.disable')}
        says={isDisabled ? t('accounts.enable.says') : t('accounts.disable.says')}
        onAct={disable}
      />
      <DialogueBox opened={isChanging} onClose={changing.close} title={account.login}>
        <AccountForm account={account} onDone={changed} />
      </DialogueBox>
      <DialogueBox opened={isShowing} onClose={showing.close} title={account.login} size="xl">
        <Tokens account={id} />
      </DialogueBox>
    </Group>
  );
}
