/** Fields of a form, each at a place in the object. */
import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../../record/path.ts';
import { countriesIn } from '../value/words.ts';
import { useField } from './state.ts';
import { DayInput } from '../../../part/day-field.tsx';

interface Asked {
  path: Path;
  label: string;
  description?: string;
}

export interface Choice {
  value: string;
  label: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
const given = (text: string): string | undefined => (text === '' ? undefined : text);

export function TextField({
  path,
  isRequired = false,
  onText,
  ...rest
}: Asked & { isRequired?: boolean; placeholder?: string; onText?: (text: string) => void }): ReactNode {
  const { value, set, error } = useField(path);
  return (
    <TextInput
      {...rest}
      dir="auto"
      withAsterisk={isRequired}
      aria-required={isRequired}
      value={textOf(value)}
      error={error}
      onChange={({ currentTarget }) => (onText ?? set)(currentTarget.value)}
    />
  );
}

export function LongField({
  path,
  isRequired = false,
  ...rest
}: Asked & { isRequired?: boolean }): ReactNode {
  const { value, set, error } = useField(path);
  return (
    <Textarea
      {...rest}
      dir="auto"
      autosize
      minRows={3}
      maxRows={24}
      withAsterisk={isRequired}
      aria-required={isRequired}
      value={textOf(value)}
      error={error}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}

export function ChoiceField({ path, choices, ...rest }: Asked & { choices: readonly Choice[] }): ReactNode {
  const { value, set, error } = useField(path);
  return (
    <Select
      {...rest}
      data={[...choices]}
      value={textOf(value) || null}
      error={error}
      clearable
      allowDeselect={false}
      searchable={choices.length > 8}
      onChange={(chosen) => set(chosen ?? undefined)}
    />
  );
}

export function ChoicesField({ path, choices, ...rest }: Asked & { choices: readonly Choice[] }): ReactNode {
  const { value, set, error } = useField(path);
  return (
    <MultiSelect
      {...rest}
      data={[...choices]}
      value={textsOf(value)}
      error={error}
      clearable
      onChange={(chosen) => set(chosen.length === 0 ? undefined : chosen)}
    />
  );
}

export function CountryField(asked: Asked): ReactNode {
  const { i18n } = useTranslation();
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  return <ChoiceField {...asked} choices={countries} />;
}

export function TextsField({ path, ...rest }: Asked): ReactNode {
  const { value, set, error } = useField(path);
  return (
    <TagsInput
      {...rest}
      value={textsOf(value)}
      error={error}
      acceptValueOnBlur
      splitChars={['\n', ';']}
      onChange={(texts) => set(texts.length === 0 ? undefined : texts)}
    />
  );
}

export function NumberField({ path, ...rest }: Asked): ReactNode {
  const { value, set, error } = useField(path);
  return (
    <NumberInput
      {...rest}
      value={typeof value === 'number' ? value : ''}
      error={error}
      hideControls
      onChange={(number) => set(typeof number === 'number' ? number : undefined)}
    />
  );
}

/** A day of the calendar of this device, as `YYYY-MM-DD`. */
export function DayField({ path, ...rest }: Asked): ReactNode {
  const { value, set, error } = useField(path);
  return <DayInput {...rest} value={textOf(value)} error={error} onChange={(day) => set(given(day))} />;
}

/** Several of a kind, one beneath the other. */
export function ListField({
  path,
  item,
  add,
  fresh = {},
  children,
}: {
  path: Path;
  /** What one of them is called, for whoever hears the page. */
  item: string;
  add: string;
  fresh?: Readonly<Record<string, unknown>>;
  children: (path: Path) => ReactNode;
}): ReactNode {
  const { t } = useTranslation('record');
  const { value, set } = useField(path);
  const items: unknown[] = Array.isArray(value) ? value : [];
  const keys = useItemKeys(items.length);
  const remove = (index: number): void => {
    keys.remove(index);
    const rest = items.filter((_, place) => place !== index);
    set(rest.length === 0 ? undefined : rest);
  };
  return (
    <Stack gap="sm">
      {items.map((_, index) => (
        <div key={keys.at(index)} role="group" aria-label={item} className="list-item">
          <div className="list-item-fields">{children([...path, index])}</div>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('write.remove', { item })}
            onClick={() => remove(index)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => set([...items, fresh])}
        >
          {add}
        </Button>
      </Group>
    </Stack>
  );
}

/** Keys that stay with their items when one before them is taken away. */
function useItemKeys(length: number): { at(index: number): number; remove(index: number): void } {
  const [removed, setRemoved] = useState<readonly number[]>([]);
  const keys: number[] = [];
  for (let key = 0; keys.length < length; key += 1) if (!removed.includes(key)) keys.push(key);
  return {
    at: (index) => keys[index] as number,
    remove: (index) => setRemoved([...removed, keys[index] as number]),
  };
}
