/** A password that is chosen: typed twice, so that a slip of the finger locks nobody out. */
import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../part/use-fields.ts';

export interface TypedTwice {
  password: string;
  again: string;
}

export function ChosenPassword({ given, field }: Pick<Fields<TypedTwice>, 'given' | 'field'>): ReactNode {
  const { t } = useTranslation('entrance');
  const differ = given.again !== '' && given.again !== given.password;
  return (
    <>
      <PasswordInput
        label={t('welcome.password')}
        description={t('welcome.password.hint')}
        autoComplete="new-password"
        required
        {...field('password')}
      />
      <PasswordInput
        label={t('welcome.again')}
        autoComplete="new-password"
        error={differ ? t('welcome.differ') : undefined}
        required
        {...field('again')}
      />
    </>
  );
}
