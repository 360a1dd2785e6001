/** The numbers of an import: by what came of the objects, and by their kinds. */
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../part/time.ts';
import { wordForType } from '../../record/kind.ts';
import { outcomes, type Counts } from './report.ts';

/** @param isDry whether it says what would come of them */
export function Numbers({ counts }: { counts: Counts }): ReactNode {
  const { t } = useTranslation('bring-in');
  const { t: stix } = useTranslation('stix');
  const times = useTimes();
  const shown = outcomes.filter((name) =>
    name !== 'waiting' && name !== 'revoked' ? true : (counts[name] ?? 0) > 0,
  );
  const types = Object.entries(counts.byType ?? {}).toSorted(([, one], [, other]) => other - one);
  return (
    <>
      <dl className="bring-in-counts">
        {shown.map((name) => (
          <div key={name}>
            <dt>{t(`outcome.${name}`)}</dt>
            <dd>{times.number(counts[name] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      {types.length > 0 && (
        <Group gap="xs" mt="xs">
          {types.map(([type, count]) => (
            <Text key={type} size="sm" c="dimmed" span>
              {t('of-kind', { kind: wordForType(type, stix), number: times.number(count) })}
            </Text>
          ))}
        </Group>
      )}
    </>
  );
}
