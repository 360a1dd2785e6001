/** How good what is written is, and why it may be handled. */
import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assessmentPath } from '../../../record/writing.ts';
import { Grading } from './details.tsx';
import { TextField, TextsField } from './fields.tsx';

export function Assessment(): ReactNode {
  const { t } = useTranslation('record');
  const at = assessmentPath;
  return (
    <Grading at={at}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextsField
          path={[...at, 'purposes']}
          label={t('property.assessment-purposes')}
          description={t('hint.several')}
        />
        <TextField
          path={[...at, 'legal_basis']}
          label={t('property.assessment-legal_basis')}
          description={t('hint.legal-basis')}
        />
        <TextField
          path={[...at, 'note']}
          label={t('property.assessment-note')}
          description={t('hint.grading')}
        />
      </SimpleGrid>
    </Grading>
  );
}
