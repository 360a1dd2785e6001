/** A roster on an axis of time: each entry unexpanded, since when, until when. */
import { ActionIcon, Button, Group, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { useNames } from '../../part/names.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { useFounds } from '../../part/secretary.ts';
import { CommunityLink } from './community-link.tsx';
import { EntryLeaves } from './confirm.tsx';
import { EnterRoster } from './enter-roster.tsx';
import { rosterPastQuery } from './rosters.ts';
import { rosterLines, type Bar, type RosterLine, type RosterPast, type Stay } from './span.ts';

interface Community {
  id: string;
  name: string;
}

export function Roster({ community }: { community: Community }): ReactNode {
  const { t } = useTranslation('coalition');
  const founds = useFounds();
  const [isEntering, entering] = useDisclosure(false);
  const { data: past, error, refetch } = useQuery(rosterPastQuery(community.id));
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (past === undefined) return <Loading />;
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Title order={3}>
          <Foreign text={community.name} />
        </Title>
        {founds && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={entering.open}
          >
            {t('enter')}
          </Button>
        )}
      </Group>
      <RosterTable community={community} past={past} />
      <EnterRoster
        community={community}
        standing={past.stays.filter(({ left }) => left === null).map(({ entry }) => entry)}
        isOpen={isEntering}
        onClose={entering.close}
      />
    </>
  );
}

function RosterTable({ community, past }: { community: Community; past: RosterPast }): ReactNode {
  const { t, i18n } = useTranslation('coalition');
  const times = useTimes();
  const names = useNames();
  const [now] = useState(() => Date.now());
  const lines = useMemo(() => {
    const byName = (a: string, b: string): number =>
      (names(a) ?? '').localeCompare(names(b) ?? '', i18n.language);
    return rosterLines(past, now, byName);
  }, [past, now, names, i18n.language]);
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('since', { moment: times.moment(past.since) })}
      </Text>
      <LongTable
        className="coalition-table"
        label={t('roster.of', { community: community.name })}
        minWidth={560}
        columns={[
          { key: 'entry', head: t('column.entry'), track: 'minmax(8rem, 1.2fr)' },
          { key: 'entered', head: t('column.entered'), track: '9rem' },
          { key: 'left', head: t('column.left'), track: 'minmax(3.5rem, 0.7fr)' },
          { key: 'axis', head: <Axis since={past.since} />, track: 'minmax(8.5rem, 1.2fr)' },
        ]}
        count={lines.length}
        keyOf={(index) => (lines[index] as RosterLine).entry}
        classOf={(index) => ((lines[index] as RosterLine).isThere ? undefined : 'roster-gone')}
        row={(index) => cellsOf(community, lines[index] as RosterLine)}
      />
    </>
  );
}

function Axis({ since }: { since: string }): ReactNode {
  const { t } = useTranslation('coalition');
  const times = useTimes();
  return (
    <div className="roster-axis">
      <span>{times.day(since)}</span>
      <span>{t('now')}</span>
    </div>
  );
}

const cellsOf = (community: Community, line: RosterLine): ReactNode[] => [
  <Group key="entry" gap={4} wrap="nowrap" justify="space-between">
    <EntryName line={line} />
    <Leave community={community} line={line} />
  </Group>,
  <Entered key="entered" line={line} />,
  <Left key="left" line={line} />,
  <div key="axis" className="roster-track" aria-hidden>
    {line.bars.map((bar) => (
      <BarOf key={`${bar.from} ${bar.to}`} bar={bar} />
    ))}
  </div>,
];

function Entered({ line }: { line: RosterLine }): ReactNode {
  const { t } = useTranslation('coalition');
  const times = useTimes();
  return (
    <Moments
      line={line}
      said={({ entered }) => (entered === null ? t('before-you') : times.moment(entered))}
    />
  );
}

function Left({ line }: { line: RosterLine }): ReactNode {
  const { t } = useTranslation('coalition');
  const times = useTimes();
  return <Moments line={line} said={({ left }) => (left === null ? t('still') : times.moment(left))} />;
}

function Moments({ line, said }: { line: RosterLine; said: (stay: Stay) => string }): ReactNode {
  return line.stays.map((stay) => <div key={`${stay.entered} ${stay.left}`}>{said(stay)}</div>);
}

const BarOf = ({ bar: { from, to, isOpen } }: { bar: Bar }): ReactNode => (
  <div
    className={isOpen ? 'roster-bar roster-bar-open' : 'roster-bar'}
    style={{ insetInlineStart: `${from}%`, width: `max(4px, ${to - from}%)` }}
  />
);

/** A nested community leads on where one is within it too; else it is told as what it is. */
function EntryName({ line: { entry, kind } }: { line: RosterLine }): ReactNode {
  const { t } = useTranslation('coalition');
  const name = useNames()(entry);
  if (kind === 'member') return <Foreign text={name ?? t('member.unknown')} />;
  if (name === undefined) return <span className="unknown">{t('community.other')}</span>;
  return (
    <span>
      <CommunityLink id={entry}>
        <Foreign text={name} />
      </CommunityLink>{' '}
      <Text span size="xs" c="dimmed">
        {t('kind.community')}
      </Text>
    </span>
  );
}

function Leave({ community, line }: { community: Community; line: RosterLine }): ReactNode {
  const { t } = useTranslation('coalition');
  const names = useNames();
  const founds = useFounds();
  const [isLeaving, setLeaving] = useState(false);
  if (!founds || !line.isThere) return null;
  const entry = { id: line.entry, name: names(line.entry) ?? t('community.other') };
  return (
    <>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t('leave.of', { entry: entry.name })}
        onClick={() => setLeaving(true)}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
      <EntryLeaves community={community} entry={entry} isOpen={isLeaving} onClose={() => setLeaving(false)} />
    </>
  );
}
