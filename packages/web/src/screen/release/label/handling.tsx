/** How it must be handled: TLP 2.0, and further codes and statements. None of them says who may see it. */
import { MultiSelect, Select, Stack, TagsInput } from '@mantine/core';
import type { LabelBody } from '@entente/contract/label';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codesOf, europolCodes, handlingOf, papNames, tlpNames, withPart, type Handling } from './parts.ts';

interface Making {
  value: LabelBody;
  onChange: (label: LabelBody) => void;
}

function useHandling({ value, onChange }: Making): [Handling, (changed: Partial<Handling>) => void] {
  const handling = handlingOf(value.handling);
  return [handling, (changed) => onChange(withPart(value, 'handling', codesOf({ ...handling, ...changed })))];
}

export function TrafficLight(making: Making): ReactNode {
  const { t } = useTranslation('release');
  const [{ tlp }, change] = useHandling(making);
  return (
    <Select
      label={t('handling.tlp')}
      description={t('handling.tlp.hint')}
      placeholder={t('handling.none')}
      data={tlpNames.map((name) => ({ value: `TLP:${name}`, label: t(`tlp.${name}`) }))}
      value={tlp}
      onChange={(chosen) => change({ tlp: chosen })}
      clearable
      clearButtonProps={{ 'aria-label': t('handling.clear') }}
    />
  );
}

export function FurtherHandling(making: Making): ReactNode {
  const { t } = useTranslation('release');
  const [{ pap, europol, statements }, change] = useHandling(making);
  return (
    <Stack gap="sm">
      <Select
        label={t('handling.pap')}
        description={t('handling.pap.hint')}
        placeholder={t('handling.none')}
        data={papNames.map((name) => ({ value: `PAP:${name}`, label: t(`pap.${name}`) }))}
        value={pap}
        onChange={(chosen) => change({ pap: chosen })}
        clearable
        clearButtonProps={{ 'aria-label': t('handling.clear') }}
      />
      <MultiSelect
        label={t('handling.europol')}
        placeholder={europol.length === 0 ? t('handling.none') : undefined}
        data={europolCodes.map((code) => ({ value: code, label: t(`europol.${code}`) }))}
        value={europol}
        onChange={(chosen) => change({ europol: chosen })}
      />
      <TagsInput
        label={t('handling.statements')}
        description={t('handling.statements.hint')}
        value={statements}
        onChange={(chosen) => change({ statements: chosen })}
        splitChars={[]}
        maxTags={50}
        acceptValueOnBlur
      />
    </Stack>
  );
}
