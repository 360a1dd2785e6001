/** Labels to begin from: defaults of sources, the ceiling, those made last here. */
import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { LabelBody } from '@entente/contract/label';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../../app/cell.ts';
import { meQuery } from '../../../app/questions.ts';
import { LabelLine } from '../../../part/marking-line.tsx';
import { recentLabels } from './recent.ts';

export const memberPolicyQuery = queryOptions({
  queryKey: ['member-policy'],
  queryFn: () => cell.memberPolicy(),
});

export function Presets({ onChoose }: { onChoose: (label: LabelBody) => void }): ReactNode {
  const { t } = useTranslation('release');
  const { data: me } = useQuery(meQuery);
  // A narrower account may not know of its member's policy.
  const { data: policy } = useQuery({ ...memberPolicyQuery, enabled: me?.narrow === false });
  const defaults = Object.entries(policy?.defaults ?? {});
  const recent = me === undefined ? [] : recentLabels(me.account);
  const ceiling = policy?.ceiling ?? null;
  return (
    <Menu position="bottom-end" width={380} withinPortal>
      <Menu.Target>
        <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t('preset.begin')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} className="release-presets">
        <Menu.Item onClick={() => onChoose({})}>{t('preset.alone')}</Menu.Item>
        {defaults.length > 0 && <Menu.Label>{t('preset.defaults')}</Menu.Label>}
        {defaults.map(([source, label]) => (
          <Preset
            key={source}
            title={source === '*' ? t('preset.other-sources') : t('preset.source', { source })}
            label={label}
            onChoose={onChoose}
          />
        ))}
        {ceiling !== null && <Menu.Label>{t('preset.ceiling')}</Menu.Label>}
        {ceiling !== null && <Preset label={ceiling} onChoose={onChoose} />}
        {recent.length > 0 && <Menu.Label>{t('preset.recent')}</Menu.Label>}
        {recent.map((label) => (
          <Preset key={JSON.stringify(label)} label={label} onChoose={onChoose} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Preset({
  title,
  label,
  onChoose,
}: {
  title?: string;
  label: LabelBody;
  onChoose: (label: LabelBody) => void;
}): ReactNode {
  return (
    <Menu.Item onClick={() => onChoose(label)}>
      {title !== undefined && <Text size="sm">{title}</Text>}
      <LabelLine isOwn label={label} />
    </Menu.Item>
  );
}
