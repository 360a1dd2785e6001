/** Mappings that were remembered: taken up again, kept under a name, forgotten. */
import { ActionIcon, Button, Group, Select, Text, TextInput, Tooltip } from '@mantine/core';
import { IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fitted, type Mapping } from './table/mapping.ts';
import { forget, remember, rememberedOf } from './table/remembered.ts';

export function RememberedMappings({
  account,
  headers,
  mapping,
  name,
  onMapping,
}: {
  account: string;
  headers: readonly string[];
  mapping: Mapping;
  name: string | undefined;
  onMapping: (mapping: Mapping, name: string | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const [typed, setTyped] = useState('');
  const [isKept, setKept] = useState(false);
  const kept = rememberedOf(account);
  const names = [...kept.keys()];
  const called = typed.trim() === '' ? (name ?? '') : typed.trim();
  return (
    <div>
      <Group align="flex-end" gap="sm">
        {names.length > 0 && (
          <Select
            label={t('remembered')}
            placeholder={t('remembered.none')}
            data={names}
            value={name ?? null}
            onChange={(chosen) => {
              const found = chosen === null ? undefined : kept.get(chosen);
              if (found !== undefined) onMapping(fitted(found, headers), chosen ?? undefined);
            }}
          />
        )}
        {name !== undefined && (
          <Tooltip label={t('remembered.forget', { name })}>
            <ActionIcon
              size="lg"
              variant="default"
              aria-label={t('remembered.forget', { name })}
              onClick={() => {
                forget(account, name);
                onMapping(mapping, undefined);
              }}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <TextInput
          label={t('remember-as')}
          placeholder={name}
          value={typed}
          maxLength={100}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            setKept(false);
          }}
        />
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          disabled={called === ''}
          onClick={() => {
            remember(account, called, mapping);
            setTyped('');
            setKept(true);
            onMapping(mapping, called);
          }}
        >
          {t('remember')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={4} role="status">
        {isKept ? t('remember.done') : t('remember.where')}
      </Text>
    </div>
  );
}
