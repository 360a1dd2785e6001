/** What is agreed, and the keys of the gateways, to be compared by people. */
import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementBody } from '@entente/contract/matching';
import { Foreign } from '../../part/foreign.tsx';
import { Copyable } from '../../part/shown-once.tsx';
import { useTimes } from '../../part/time.ts';
import type { Standing } from './queries.ts';

export function Terms({ agreement, standing }: { agreement: AgreementBody; standing: Standing }): ReactNode {
  const { t } = useTranslation('matching');
  const times = useTimes();
  const { id, purposes, keysADay, keysToday, smallestBatch, proposed, inForce, ended, state } = agreement;
  const keysOf = (count: number): string => t('count.keys', { count, shown: times.number(count) });
  const title = t(titleOf(agreement));
  const by = standing.isProposer ? 'proposed.by-us' : 'proposed.by-them';
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      <dl className="stated">
        <Fact word={t('purposes')}>
          {purposes.map((purpose) => (
            <div key={purpose}>
              <Foreign text={purpose} />
            </div>
          ))}
        </Fact>
        <Fact word={t('keys-a-day')}>
          {state === 'in-force'
            ? t('keys-today', { used: times.number(keysToday), all: times.number(keysADay) })
            : keysOf(keysADay)}
        </Fact>
        <Fact word={t('smallest-batch')}>{keysOf(smallestBatch)}</Fact>
        <Fact word={t('proposed')}>{t(by, { time: times.moment(proposed) })}</Fact>
        {inForce !== null && <Fact word={t('in-force')}>{times.moment(inForce)}</Fact>}
        {ended !== null && <Fact word={t('ended')}>{times.moment(ended)}</Fact>}
        <Fact word={t('id')}>
          <Copyable text={id} />
        </Fact>
      </dl>
    </Paper>
  );
}

function titleOf({ inForce, ended }: AgreementBody) {
  if (inForce === null) return ended === null ? 'terms.proposed' : 'terms.was-proposed';
  return ended === null ? 'terms' : 'terms.was-agreed';
}

function Fact({ word, children }: { word: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function GatewayKeys({
  agreement,
  standing: { ownKey, otherKey },
}: {
  agreement: AgreementBody;
  standing: Standing;
}): ReactNode {
  const { t } = useTranslation('matching');
  const none = t(agreement.ended === null ? 'key.none' : 'key.never');
  return (
    <Paper withBorder p="md" component="section" aria-label={t('keys')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('keys')}
        </Title>
        <Text size="sm">{t('keys.says')}</Text>
        <Key word={t('key.theirs')} text={otherKey} none={none} />
        <Key word={t('key.ours')} text={ownKey} none={none} />
      </Stack>
    </Paper>
  );
}

function Key({ word, text, none }: { word: string; text: string | null; none: string }): ReactNode {
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {word}
      </Text>
      {text === null ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <Copyable text={text} />
      )}
    </div>
  );
}
