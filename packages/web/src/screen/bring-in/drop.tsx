/** Where a file is dropped, or chosen by keyboard and pointer. */
import { Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useId, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function Drop({ onFile }: { onFile: (file: File) => void }): ReactNode {
  const { t } = useTranslation('bring-in');
  const [isOver, setOver] = useState(false);
  const id = useId();
  const take = (files: FileList | null): void => {
    const file = files?.item(0);
    if (file instanceof File) onFile(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // Dropping is the way of the pointer; the field within is that of the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button in it does the same by keys
    <label
      htmlFor={id}
      className="bring-in-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={36} stroke={1.4} aria-hidden />
      <Text fw={600}>{t('drop')}</Text>
      <Text size="sm" c="dimmed" ta="center" maw={560}>
        {t('drop.kinds')}
      </Text>
      <span className="bring-in-choose">{t('drop.choose')}</span>
      <input
        id={id}
        className="bring-in-file"
        type="file"
        onChange={({ currentTarget }) => take(currentTarget.files)}
      />
    </label>
  );
}
