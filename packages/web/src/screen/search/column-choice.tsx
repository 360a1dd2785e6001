/** Which columns stand in the table; the choice stays on this device. */
import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { columnNames, firstColumns, type ColumnName } from './columns.tsx';

export function ColumnChoice({
  shown,
  onChange,
}: {
  shown: readonly ColumnName[];
  onChange: (shown: ColumnName[]) => void;
}): ReactNode {
  const { t } = useTranslation('search');
  const change = (name: ColumnName, isShown: boolean): void =>
    onChange(columnNames.filter((one) => (one === name ? isShown : shown.includes(one))));
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={14} aria-hidden />}>
          {t('columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('columns')}>
        <Stack gap={8}>
          {columnNames.map((name) => (
            <Checkbox
              key={name}
              size="xs"
              label={t(`column.${name}`)}
              // Without its name nobody could tell one row from another.
              disabled={name === 'name'}
              checked={shown.includes(name)}
              onChange={({ currentTarget: { checked } }) => change(name, checked)}
            />
          ))}
          <Button size="compact-xs" variant="subtle" onClick={() => onChange([...firstColumns])}>
            {t('columns.first')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
