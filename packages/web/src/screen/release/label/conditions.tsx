/** What a reader must hold besides: clearances, attributes; and whose consent onward release needs. */
import { ActionIcon, Button, Group, MultiSelect, NumberInput, Select, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { LabelBody } from '@entente/contract/label';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttributeChoices, useMemberChoices, usePolicyChoices } from './choices.ts';
import { withPart } from './parts.ts';

interface Making {
  value: LabelBody;
  onChange: (label: LabelBody) => void;
}

/** What a reader must hold. */
export function Conditions({ value, onChange }: Making): ReactNode {
  const { t } = useTranslation('release');
  const attributes = useAttributeChoices(value.all ?? []);
  return (
    <Stack gap="sm">
      <Levels value={value} onChange={onChange} />
      <MultiSelect
        label={t('condition.attributes')}
        description={t('condition.attributes.hint')}
        placeholder={(value.all ?? []).length === 0 ? t('condition.none') : undefined}
        nothingFoundMessage={t('none-by-this-name')}
        data={attributes}
        value={value.all ?? []}
        onChange={(all) => onChange(withPart(value, 'all', all))}
        searchable
        hidePickedOptions
      />
    </Stack>
  );
}

/** Whose consent onward release needs. */
export function Owners({ value, onChange }: Making): ReactNode {
  const { t } = useTranslation('release');
  const owners = useMemberChoices(value.owners);
  return (
    <MultiSelect
      label={t('condition.owners')}
      description={t('condition.owners.hint')}
      placeholder={(value.owners ?? []).length === 0 ? t('condition.owners.none') : undefined}
      nothingFoundMessage={t('none-by-this-name')}
      data={owners}
      value={value.owners ?? []}
      onChange={(chosen) => onChange(withPart(value, 'owners', chosen))}
      searchable
      hidePickedOptions
    />
  );
}

function Levels({ value, onChange }: Making): ReactNode {
  const { t } = useTranslation('release');
  const [isAdding, setAdding] = useState(false);
  const levels = Object.entries(value.levels ?? {});
  const change = (changed: [string, number][]): void =>
    onChange(withPart(value, 'levels', Object.fromEntries(changed)));
  const choices = usePolicyChoices(levels.map(([policy]) => policy));
  const left = choices.filter(({ value: id }) => !levels.some(([policy]) => policy === id));
  return (
    <Stack gap="xs">
      {levels.map(([policy, rank], index) => (
        <Level
          key={policy}
          name={choices.find(({ value: id }) => id === policy)?.label ?? policy}
          rank={rank}
          onChange={(changed) => change(levels.with(index, [policy, changed]))}
          onRemove={() => change(levels.toSpliced(index, 1))}
        />
      ))}
      {isAdding ? (
        <Select
          label={t('condition.policy')}
          description={t('condition.policy.hint')}
          placeholder={t('condition.policy.choose')}
          nothingFoundMessage={t('none-by-this-name')}
          data={left}
          value={null}
          onChange={(policy) => {
            setAdding(false);
            if (policy !== null) change([...levels, [policy, 1]]);
          }}
          searchable
        />
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          className="release-add"
          disabled={left.length === 0}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {left.length === 0 ? t('condition.no-policy') : t('condition.add-level')}
        </Button>
      )}
    </Stack>
  );
}

function Level({
  name,
  rank,
  onChange,
  onRemove,
}: {
  name: string;
  rank: number;
  onChange: (rank: number) => void;
  onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation('release');
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NumberInput
        className="release-wide"
        label={t('condition.rank', { policy: name })}
        min={1}
        max={1000}
        allowDecimal={false}
        clampBehavior="strict"
        value={rank}
        onChange={(given) => {
          if (typeof given === 'number' && given >= 1) onChange(given);
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('condition.remove', { policy: name })}
        onClick={onRemove}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
