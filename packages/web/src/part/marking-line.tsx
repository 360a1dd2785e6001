/** The label of an object in a line: coloured codes, then in words who has it. */
import { Badge, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { markingOf, tlpOf, type Marking } from '../record/marking.ts';
import { useNames, type NameById } from './names.ts';
import { useTimes, type Times } from './time.ts';
import type { StixObject } from '../record/object.ts';

export function MarkingLine({
  object,
  handling,
}: {
  object: StixObject;
  /** Of an entry: what one's own does not state itself. */
  handling?: readonly string[] | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const times = useTimes();
  const marking = markingOf(object, handling);
  const said = conditionsOf(marking, t, names, times).join(' · ');
  if (marking.handling.length === 0 && said === '') return null;
  return (
    <Group gap={6} wrap="wrap" className="marking-line">
      {marking.handling.map((code) => (
        <Code key={code} code={code} />
      ))}
      {said !== '' && (
        <Text span size="xs" c="dimmed">
          {said}
        </Text>
      )}
    </Group>
  );
}

/** One code of handling; those of TLP in their own colours (FIRST, TLP 2.0). */
export function Code({ code }: { code: string }): ReactNode {
  const tlp = tlpOf(code);
  return (
    <Badge
      className={tlp === undefined ? 'code' : `code tlp-${tlp.replace('+', '-')}`}
      radius="xs"
      size="sm"
      variant={tlp === undefined ? 'outline' : 'filled'}
      tt="none"
    >
      <bdi>{code}</bdi>
    </Badge>
  );
}

/** Who may see it and until when, each condition in words. */
export function conditionsOf(
  { any, levels, all, owners, until, review }: Marking,
  t: TFunction,
  names: NameById,
  times: Times,
): string[] {
  const either = (one: string, other: string): string => t('label.or', { one, other });
  const clauses = any.map((clause) => clause.map((audience) => wordFor(audience, t, names)).reduce(either));
  const released =
    clauses.length === 0 ? [] : [clauses.reduce((one, other) => t('label.and', { one, other }))];
  return [
    ...released.map((audiences) => t('label.released-to', { audiences })),
    ...levels.map(([policy, rank]) => t('label.rank', { policy: names(policy) ?? policy, rank })),
    ...all.map((attribute) => names(attribute) ?? attribute),
    ...owners.map((owner) => t('label.owner', { member: names(owner) ?? t('members.unknown') })),
    ...(until === undefined ? [] : [t('label.until', { date: times.day(until) })]),
    ...(review === undefined ? [] : [t('label.review', { date: times.day(review) })]),
  ];
}

function wordFor(audience: string, t: TFunction, names: NameById): string {
  if (audience === 'public') return t('label.everybody');
  const id = audience.slice(audience.indexOf(':') + 1);
  return names(id) ?? id;
}
