/** By when the answer to a request is due, or when it was given. */
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectRequest } from '@entente/contract/subject';
import { useTimes } from '../../part/time.ts';

export function Term({ request }: { request: SubjectRequest }): ReactNode {
  const { t } = useTranslation('protection');
  const times = useTimes();
  const [now] = useState(() => Date.now());
  const { answered, outcome, deadline } = request;
  if (answered !== null && outcome !== null)
    return t('subjects.answered', { day: times.day(answered), outcome: t(`outcome.${outcome}`) });
  const isLate = Date.parse(deadline) < now;
  return t(isLate ? 'subjects.late' : 'subjects.by', { day: times.day(deadline) });
}
