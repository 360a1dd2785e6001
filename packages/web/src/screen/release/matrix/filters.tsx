/** Which members the matrix shows: by name, by whether they see it; and whose view to look through. */
import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Explanation } from '@entente/contract/label';
import { IconEye, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMemberChoices } from '../label/choices.ts';
import type { Verdict } from './cells.ts';

export type Shown = Verdict | 'all';

const all: readonly Shown[] = ['all', 'yes', 'no', 'depends-on-others'];

export function Filters({
  items,
  name,
  onName,
  shown,
  onShown,
  onViewAs,
}: {
  items: readonly Explanation[];
  name: string;
  onName: (name: string) => void;
  shown: Shown;
  onShown: (shown: Shown) => void;
  onViewAs: (member: string) => void;
}): ReactNode {
  const { t } = useTranslation('release');
  const members = useMemberChoices();
  const isNarrow = useMediaQuery('(max-width: 36em)');
  const count = (one: Shown): number =>
    one === 'all' ? items.length : items.filter(({ verdict }) => verdict === one).length;
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label={t('matrix.by-name')}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={name}
        onChange={({ currentTarget }) => onName(currentTarget.value)}
        w={220}
      />
      <SegmentedControl
        className="release-verdicts"
        orientation={isNarrow ? 'vertical' : 'horizontal'}
        aria-label={t('matrix.by-verdict')}
        value={shown}
        onChange={(value) => onShown(value)}
        data={all.map((one) => ({ value: one, label: t(`shown.${one}`, { number: count(one) }) }))}
      />
      <Select
        label={t('view-as.choose')}
        placeholder={t('view-as.placeholder')}
        nothingFoundMessage={t('none-by-this-name')}
        leftSection={<IconEye size={15} aria-hidden />}
        data={members}
        value={null}
        onChange={(member) => {
          if (member !== null) onViewAs(member);
        }}
        searchable
        className="release-view-as"
      />
    </Group>
  );
}
