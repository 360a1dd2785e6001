/** What reports are about: the open vocabulary of STIX 2.1 (§10.26), in words. */
import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { wordForType } from '../../record/kind.ts';

export const subjects = [
  'identity',
  'threat-actor',
  'intrusion-set',
  'campaign',
  'attack-pattern',
  'malware',
  'tool',
  'infrastructure',
  'indicator',
  'observed-data',
  'vulnerability',
  'threat-report',
] as const;

/** The words for a subject, as a function. */
export function useSubjectWord(): (subject: string) => string {
  const { t } = useTranslation('reports');
  const { t: stix } = useTranslation('stix');
  return (subject) => {
    if (subject === 'threat-report') return t('subject.threat-report');
    if (subject === 'identity') return t('subject.identity');
    return wordForType(subject, stix);
  };
}

export function SubjectWords({ subjects: given }: { subjects: readonly string[] }): ReactNode {
  const word = useSubjectWord();
  return given.map((subject) => (
    <Badge key={subject} variant="light" color="gray" size="sm" tt="none" className="report-subject">
      <Foreign text={word(subject)} />
    </Badge>
  ));
}
