/** Who has a voice, and which of them have seen the text. */
import { Text, Title } from '@mantine/core';
import { IconBan, IconEye, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { useTimes } from '../../part/time.ts';
import type { Decision } from './queries.ts';

export function Seen({ decision }: { decision: Decision }): ReactNode {
  const { t } = useTranslation('decisions');
  const times = useTimes();
  const { electors, informed, seen } = decision;
  // Who has a voice is settled when it is tabled.
  if (decision.state === 'draft') return null;
  return (
    <section aria-labelledby="seen-title">
      <Title order={2} id="seen-title">
        {t('electorate', { count: electors.length, number: times.number(electors.length) })}
      </Title>
      <Text size="xs" c="dimmed" mb={6}>
        {t('electorate.seen', {
          seen: times.number(electors.filter((one) => seen.includes(one)).length),
          of: times.number(electors.length),
        })}
      </Text>
      <Members ids={electors} decision={decision} label={t('electorate.list')} />
      {informed.length > 0 && (
        <>
          <Title order={3} mt="sm">
            {t('informed')}
          </Title>
          <Members ids={informed} decision={decision} label={t('informed')} />
        </>
      )}
    </section>
  );
}

function Members({ ids, decision, label }: { ids: string[]; decision: Decision; label: string }): ReactNode {
  const { t, i18n } = useTranslation('decisions');
  const { seen, objectors, notedBy, names } = decision;
  const sorted = ids.toSorted((one, other) =>
    (names[one] ?? '').localeCompare(names[other] ?? '', i18n.language),
  );
  return (
    <ul className="decision-members" aria-label={label} tabIndex={0}>
      {sorted.map((id) => {
        const has = seen.includes(id);
        const isAgainst = objectors.includes(id);
        const Picture = isAgainst ? IconBan : has ? IconEye : IconEyeOff;
        const said = isAgainst
          ? t('member.broke')
          : notedBy.includes(id)
            ? t('member.noted')
            : has
              ? t('member.seen')
              : t('member.unseen');
        return (
          <li key={id} className={isAgainst ? 'decision-against' : has ? '' : 'decision-unseen'}>
            <Picture size={16} aria-hidden />
            <Foreign text={names[id] ?? id} />
            <Text span size="xs" c="dimmed">
              {said}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
