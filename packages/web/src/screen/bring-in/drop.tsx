/** Where a file is dropped, or chosen by keyboard and pointer. */
import { Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DropArea } from '../../part/drop-area.tsx';

export function Drop({ onFile }: { onFile: (file: File) => void }): ReactNode {
  const { t } = useTranslation('bring-in');
  const id = useId();
  return (
    <DropArea className="bring-in-area" onFile={onFile}>
      <label htmlFor={id} className="bring-in-drop">
        <IconFileUpload size={36} stroke={1.4} aria-hidden />
        <Text fw={600} ta="center">
          {t('drop')}
        </Text>
        <Text size="sm" c="dimmed" ta="center" maw={560}>
          {t('drop.kinds')}
        </Text>
        <span className="bring-in-choose">{t('drop.choose')}</span>
        <input
          id={id}
          className="bring-in-file"
          type="file"
          onChange={({ currentTarget: { files } }) => {
            const file = files?.item(0);
            if (file instanceof File) onFile(file);
          }}
        />
      </label>
    </DropArea>
  );
}
