/** Above a list: which share of it is shown, and a button that keeps it as a file. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export function Shares<Share extends string>({
  label,
  data,
  value,
  onChange,
  keep,
  onKeep,
}: {
  label: string;
  data: { value: Share; label: string }[];
  value: Share;
  onChange: (value: Share) => void;
  /** What the button says. */
  keep: string;
  onKeep: () => void;
}): ReactNode {
  return (
    <Group justify="space-between">
      <SegmentedControl size="xs" aria-label={label} data={data} value={value} onChange={onChange} />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        onClick={onKeep}
      >
        {keep}
      </Button>
    </Group>
  );
}
