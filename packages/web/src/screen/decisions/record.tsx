/** The record: what was done, by whom and when; reservations and statements stand in it for good. */
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign, ForeignText } from '../../part/foreign.tsx';
import { useTimes } from '../../part/time.ts';
import type { Decision } from './queries.ts';

type Step = Decision['steps'][number];

const kinds = [
  'tabled',
  'silence',
  'broken',
  'joined',
  'consultation',
  'reserved',
  'stated',
  'took-note',
  'extended',
  'prolonged',
  'revised',
  'reminded',
  'adopted',
  'noted',
  'issued',
  'withdrawn',
  'referred',
  'lapsed',
] as const;
type Kind = (typeof kinds)[number];
/** What follows from the step before: nobody does it. */
const follows = new Set(['silence', 'consultation']);

export function Record({ decision: { steps, names } }: { decision: Decision }): ReactNode {
  const { t } = useTranslation('decisions');
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="record-title">
      <Title order={2} id="record-title">
        {t('record')}
      </Title>
      <ol className="decision-record">
        {steps.map((step) => (
          <Line
            key={step.no}
            step={step}
            name={step.member === null ? undefined : (names[step.member] ?? step.member)}
          />
        ))}
      </ol>
    </section>
  );
}

function Line({ step, name }: { step: Step; name: string | undefined }): ReactNode {
  const { t } = useTranslation('decisions');
  const times = useTimes();
  const { at, kind, version, text, expiry } = step;
  const known = kinds.find((one): one is Kind => one === kind);
  return (
    <li>
      <Text size="xs" c="dimmed" className="nowrap">
        {times.moment(at)}
      </Text>
      <div>
        <Text size="sm">
          {known === undefined ? kind : t(`step.${known}`)}
          {version > 1 && ` (${t('version', { version: times.number(version) })})`}
          {expiry !== null && ` ${t('step.until', { moment: times.moment(expiry) })}`}
          {!follows.has(kind) && ' · '}
          {!follows.has(kind) && (name === undefined ? t('step.hub') : <Foreign text={name} />)}
        </Text>
        {text !== null && (
          <blockquote>
            <ForeignText text={text} />
          </blockquote>
        )}
      </div>
    </li>
  );
}
