/** What came of a list: a row for each person, with its candidates; shown in part, looked into, and kept as a file. */
import { Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, Screened } from '@entente/contract/screening';
import { ContributorOf, ObjectTitle, RecordLink } from '../../part/entry.tsx';
import { Foreign } from '../../part/foreign.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { Shares } from '../../part/shares.tsx';
import { useTimes } from '../../part/time.ts';
import { dayWords } from '../record/value/date-words.ts';
import { wordForCode } from '../record/value/words.ts';
import { CandidateGrounds } from './candidate.tsx';
import { LikelihoodShown } from './likelihood.tsx';
import type { ListedPerson } from './listed.ts';
import { likelihoodOf } from './probability.ts';
import { useResultsFile } from './results-file.ts';

/** A person of the list with what was found. */
export interface Result {
  person: ListedPerson;
  candidates: Candidate[];
}

const shares = ['all', 'found', 'none'] as const;
type Share = (typeof shares)[number];

const near = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ probability }) => likelihoodOf(probability) !== 'unlikely');

const isOf = (share: Share, { candidates }: Result): boolean =>
  share === 'all' || candidates.length > 0 === (share === 'found');

export function ListResults({
  persons,
  screened,
}: {
  persons: readonly ListedPerson[];
  screened: readonly Screened[];
}): ReactNode {
  const { t } = useTranslation('screening');
  const times = useTimes();
  const [share, setShare] = useState<Share>('all');
  const results = persons.map((person, at) => ({
    person,
    candidates: near(screened[at]?.candidates ?? []),
  }));
  const write = useResultsFile(results);
  const data = shares.map((value) => ({
    value,
    label: t(`share.${value}`, { number: times.number(results.filter((one) => isOf(value, one)).length) }),
  }));
  return (
    <>
      <Shares
        label={t('share')}
        data={data}
        value={share}
        onChange={setShare}
        keep={t('export')}
        onKeep={write}
      />
      <ResultTable results={results.filter((one) => isOf(share, one))} />
      <Text size="xs" c="dimmed">
        {t('no-proof')}
      </Text>
    </>
  );
}

function ResultTable({ results }: { results: readonly Result[] }): ReactNode {
  const { t } = useTranslation('screening');
  const columns = [
    { key: 'line', head: t('column.line'), track: '3.5rem', isNumber: true },
    { key: 'asked', head: t('column.asked'), track: 'minmax(10rem, 2fr)' },
    { key: 'found', head: t('column.found'), track: 'minmax(24rem, 5fr)' },
  ];
  return (
    <LongTable
      label={t('list.table')}
      columns={columns}
      count={results.length}
      keyOf={(index) => String(results[index]?.person.line ?? index)}
      minWidth={640}
      row={(index) => {
        const result = results[index];
        return result === undefined
          ? []
          : [
              result.person.line,
              <AskedCell key="asked" person={result.person} />,
              <FoundCell key="found" result={result} />,
            ];
      }}
    />
  );
}

function AskedCell({ person: { asked, unread } }: { person: ListedPerson }): ReactNode {
  const { t, i18n } = useTranslation('screening');
  const { name, born, nationality, document } = asked;
  const known = [
    born && dayWords(born, i18n.language),
    nationality && wordForCode(nationality, 'region', i18n.language),
    document,
  ];
  return (
    <>
      <Foreign text={name} />
      <Text size="xs" c="dimmed">
        <Foreign text={known.filter((one) => one !== undefined).join(' · ')} />
        {unread !== undefined && t('list.unread.one', { date: unread })}
      </Text>
    </>
  );
}

function FoundCell({ result: { person, candidates } }: { result: Result }): ReactNode {
  const { t } = useTranslation('screening');
  const [open, setOpen] = useState<string>();
  if (candidates.length === 0)
    return (
      <Text span size="sm" c="dimmed">
        {t('list.none')}
      </Text>
    );
  return candidates.map((candidate) => {
    const { id } = candidate.entry.object;
    const isOpen = open === id;
    return (
      <div key={id} className="found-candidate">
        <div className="found-line">
          <UnstyledButton
            className="found-toggle"
            aria-expanded={isOpen}
            aria-label={t('why')}
            onClick={() => setOpen(isOpen ? undefined : id)}
          >
            {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
          </UnstyledButton>
          <span className="found-title">
            <RecordLink id={id} fw={600}>
              <ObjectTitle object={candidate.entry.object} />
            </RecordLink>{' '}
            <Text span size="xs" c="dimmed">
              <ContributorOf entry={candidate.entry} />
            </Text>
          </span>
          <LikelihoodShown probability={candidate.probability} />
        </div>
        {isOpen && <CandidateGrounds asked={person.asked} candidate={candidate} />}
      </div>
    );
  });
}
