/** The label of an object in a line: coloured codes, then in words who has it. */
import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LabelBody } from '@entente/contract/label';
import type { TFunction } from 'i18next';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../app/questions.ts';
import { markingFor, markingOf, tlpOf, type Marking } from '../record/marking.ts';
import { useNames, type NameById } from './names.ts';
import { timesIn, type Times } from './time.ts';
import type { StixObject } from '../record/object.ts';

/** As an entry has it: of what one's own member contributed, with the label that it is under. */
export function MarkingLine({
  object,
  label,
}: {
  object: StixObject;
  label?: LabelBody | undefined;
}): ReactNode {
  const conditions = useConditions();
  const marking = markingOf(object, label);
  return <Line handling={marking.handling} said={conditions(marking, label !== undefined)} />;
}

/** A label by itself. */
export function LabelLine({ label, isOwn = false }: { label: LabelBody; isOwn?: boolean }): ReactNode {
  const conditions = useConditions();
  const marking = markingFor(label);
  return <Line handling={marking.handling} said={conditions(marking, isOwn)} />;
}

function Line({ handling, said }: { handling: readonly string[]; said: readonly string[] }): ReactNode {
  if (handling.length === 0 && said.length === 0) return null;
  return (
    <Group gap={6} wrap="wrap" className="marking-line">
      {handling.map((code) => (
        <Code key={code} code={code} />
      ))}
      {said.length > 0 && (
        <Text span size="xs" c="dimmed">
          <bdi>{said.join(' · ')}</bdi>
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

/**
 * Who may see it and until when, each condition in words. Of a label of one's own member, `isOwn`, that nobody else
 * meets it is said.
 */
export function useConditions(): (marking: Marking, isOwn?: boolean) => string[] {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const times = useMemo(() => timesIn(i18n.language), [i18n.language]);
  const { data: me } = useQuery(meQuery);
  const member = me?.member.id;
  return useCallback(
    (marking, isOwn = false) => [
      ...(isOwn && isFor(member, marking) ? [t('label.alone')] : releasedTo(marking, t, names)),
      ...otherConditions(marking, t, names, times),
    ],
    [t, names, times, member],
  );
}

function otherConditions(
  { levels, all, owners, until, review }: Marking,
  t: TFunction,
  names: NameById,
  times: Times,
): string[] {
  return [
    ...levels.map(([policy, rank]) => t('label.rank', { policy: names(policy) ?? policy, rank })),
    ...all.map((attribute) => names(attribute) ?? attribute),
    ...owners.map((owner) => t('label.owner', { member: names(owner) ?? t('members.unknown') })),
    ...(until === undefined ? [] : [t('label.until', { date: times.day(until) })]),
    ...(review === undefined ? [] : [t('label.review', { date: times.day(review) })]),
  ];
}

/** Whether its audiences leave the member alone, as a label does that names none. */
const isFor = (member: string | undefined, { any }: Marking): boolean =>
  any.length === 0 || any.some((clause) => clause.join() === `member:${member}`);

function releasedTo({ any }: Marking, t: TFunction, names: NameById): string[] {
  const either = (one: string, other: string): string => t('label.or', { one, other });
  const clauses = any.map((clause) => clause.map((audience) => wordFor(audience, t, names)).reduce(either));
  if (clauses.length === 0) return [];
  return [
    t('label.released-to', { audiences: clauses.reduce((one, other) => t('label.and', { one, other })) }),
  ];
}

function wordFor(audience: string, t: TFunction, names: NameById): string {
  if (audience === 'public') return t('label.everybody');
  const id = audience.slice(audience.indexOf(':') + 1);
  return names(id) ?? id;
}
