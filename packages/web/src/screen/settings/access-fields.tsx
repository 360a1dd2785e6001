/** What access records are narrowed to. */
import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { noFilter, type RecordFilter } from './access-filter.ts';
import { DayInput } from '../../part/day-field.tsx';
import './access-records.css';

export function FilterFields({
  filter,
  onChange,
  members,
  isOfDays = true,
}: {
  filter: RecordFilter;
  onChange: (filter: RecordFilter) => void;
  /** To choose one of; none where the records are of one's own member. */
  members?: readonly { value: string; label: string }[];
  /** Whether days can be chosen. */
  isOfDays?: boolean;
}): ReactNode {
  const { t } = useTranslation('settings');
  const set = (part: Partial<RecordFilter>): void => onChange({ ...filter, ...part });
  return (
    <Group align="flex-end" gap="sm">
      {members !== undefined && (
        <Select
          label={t('access.member')}
          placeholder={t('access.member.all')}
          data={members}
          value={filter.member ?? null}
          onChange={(member) => set({ member: member ?? undefined })}
          clearable
          searchable
        />
      )}
      <TextInput
        label={t('access.object')}
        placeholder="identity--…"
        className="access-object"
        value={filter.object}
        onChange={({ currentTarget: { value } }) => set({ object: value })}
      />
      {isOfDays && <Days filter={filter} onChange={onChange} />}
      {filter.account !== undefined && (
        <Text size="sm" py={8}>
          {t('access.of-account', { account: filter.account.name })}
        </Text>
      )}
      <Button variant="default" disabled={filter === noFilter} onClick={() => onChange(noFilter)}>
        {t('access.clear')}
      </Button>
    </Group>
  );
}

function Days({
  filter,
  onChange,
}: {
  filter: RecordFilter;
  onChange: (filter: RecordFilter) => void;
}): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <>
      <DayInput
        label={t('access.from')}
        value={filter.from}
        onChange={(value) => onChange({ ...filter, from: value })}
      />
      <DayInput
        label={t('access.to')}
        value={filter.to}
        onChange={(value) => onChange({ ...filter, to: value })}
      />
    </>
  );
}
