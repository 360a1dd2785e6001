/** One message: whether it is new, what it says, whether somebody has to act, and when it came. */
import { ActionIcon, Badge, Group, Text, Tooltip } from '@mantine/core';
import type { MessageBody } from '@entente/contract/message';
import { IconCheck, IconHourglass } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { ofInbox, questions } from '../../app/questions.ts';
import { MessageSentence } from '../../part/message-sentence.tsx';
import { useTimes } from '../../part/time.ts';

export function MessageRow({ message }: { message: MessageBody }): ReactNode {
  const { t } = useTranslation('messages');
  const times = useTimes();
  const { id, at, waits, settled, read: isRead } = message;
  const read = useMutation({
    mutationFn: () => cell.readMessages({ ids: [id] }),
    onSuccess: () => questions.invalidateQueries({ queryKey: ofInbox }),
  });
  return (
    <div className="message">
      <span className={isRead ? 'message-dot' : 'message-dot message-new'}>
        {!isRead && <span className="only-heard">{t('new')}</span>}
      </span>
      <div className="message-words">
        <MessageSentence
          message={message}
          isStrong={!isRead}
          onOpen={() => {
            if (!isRead) read.mutate();
          }}
        />
        <Group gap="xs">
          <Text size="xs" c="dimmed" component="time" dateTime={at}>
            {times.moment(at)}
          </Text>
          {waits && (
            <Badge size="sm" variant="default" leftSection={<IconHourglass size={11} aria-hidden />}>
              {t('waits')}
            </Badge>
          )}
          {settled !== null && (
            <Badge size="sm" variant="default" leftSection={<IconCheck size={11} aria-hidden />}>
              {t('settled')}
            </Badge>
          )}
        </Group>
        {read.isError && (
          <Text size="xs" c="red" role="alert">
            {t('not-noted')}
          </Text>
        )}
      </div>
      {isRead ? (
        <span className="message-act" />
      ) : (
        <Tooltip label={t('read')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            className="message-act"
            aria-label={t('read')}
            loading={read.isPending}
            onClick={() => read.mutate()}
          >
            <IconCheck size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
