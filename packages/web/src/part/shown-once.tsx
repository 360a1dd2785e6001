/** A secret that the cell shows once: to copy, with nothing else that could take it away. */
import { ActionIcon, Alert, Code, CopyButton, Group, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function ShownOnce({ title, secret }: { title: string; secret: string }): ReactNode {
  return (
    <Alert icon={<IconKey size={18} aria-hidden />} title={title} color="orange">
      <Copyable text={secret} />
    </Alert>
  );
}

/** A text to take elsewhere, with a button that copies it. */
export function Copyable({ text }: { text: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap">
      <Code className="copyable">{text}</Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('copied') : t('copy')}>
            <ActionIcon variant="default" onClick={copy} aria-label={copied ? t('copied') : t('copy')}>
              {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
