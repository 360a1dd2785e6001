/** Who may see it: audiences by name, one of each list. */
import { ActionIcon, Button, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { LabelBody } from '@entente/contract/label';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenAudiences, withClause } from './parts.ts';
import { useAudiences } from './choices.ts';

export function Audiences({
  value,
  onChange,
}: {
  value: LabelBody;
  onChange: (label: LabelBody) => void;
}): ReactNode {
  const { t } = useTranslation('release');
  const [isAdding, setAdding] = useState(false);
  const named = value.any ?? [];
  const shown = named.length === 0 || isAdding ? [...named, []] : named;
  return (
    <Stack gap="xs">
      {[...shown.entries()].map(([index, clause]) => (
        <Clause
          // Its place is all that a list is known by: what it names changes under the hand.
          key={index}
          audiences={clause}
          isFirst={index === 0}
          onChange={(audiences) => {
            if (index === named.length) setAdding(false);
            onChange(withClause(value, index, audiences));
          }}
          onRemove={() => {
            setAdding(false);
            onChange(withClause(value, index, []));
          }}
        />
      ))}
      {named.length === 0 ? (
        <Text size="sm">{t('audience.nobody')}</Text>
      ) : (
        !isAdding && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
            className="release-add"
          >
            {t('audience.add-clause')}
          </Button>
        )
      )}
    </Stack>
  );
}

function Clause({
  audiences,
  isFirst,
  onChange,
  onRemove,
}: {
  audiences: string[];
  isFirst: boolean;
  onChange: (audiences: string[]) => void;
  onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation('release');
  const data = useAudiences(audiences);
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <MultiSelect
        className="release-wide"
        label={isFirst ? t('audience.first') : t('audience.also')}
        description={isFirst ? t('audience.hint') : t('audience.also.hint')}
        placeholder={audiences.length === 0 ? t('audience.choose') : undefined}
        nothingFoundMessage={t('none-by-this-name')}
        data={data}
        value={audiences}
        onChange={(after) => onChange(chosenAudiences(audiences, after))}
        searchable
        hidePickedOptions
        maxDropdownHeight={320}
      />
      {!isFirst && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('audience.remove-clause')}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
