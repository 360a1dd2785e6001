/** How much the contributor trusts what it says: the Admiralty grades, and whether it is fact or assessment. */
import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assessmentOf, textIn, type StixObject } from '../../record/object.ts';

/** @param isQuiet whether nothing is said of what is not graded */
export function Grade({ object, isQuiet = false }: { object: StixObject; isQuiet?: boolean }): ReactNode {
  const { t } = useTranslation('record');
  const assessment = assessmentOf(object);
  const source = textIn(assessment, 'source_reliability');
  const information = textIn(assessment, 'information_credibility');
  const basis = textIn(assessment, 'basis');
  const words = [
    ...(source === undefined ? [] : [t(`reliability.${source}` as 'reliability.A')]),
    ...(information === undefined ? [] : [t(`credibility.${information}` as 'credibility.1')]),
    ...(basis === undefined ? [] : [t(`basis.${basis}` as 'basis.fact')]),
  ];
  if (words.length === 0) {
    return isQuiet ? null : (
      <Text span size="xs" c="dimmed">
        {t('grade.none')}
      </Text>
    );
  }
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      {(source ?? information) !== undefined && (
        <Badge variant="outline" radius="xs" size="sm" className="grade">
          {source}
          {information}
        </Badge>
      )}
      <Text span size="xs" c="dimmed">
        {words.join(' · ')}
      </Text>
    </Group>
  );
}
