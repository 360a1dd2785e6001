/** What came of a list: a row for each person, with its candidates; shown in part, looked into, and kept as a file. */
import { Text, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ContributorOf, ObjectTitle, RecordLink } from '../../part/entry.tsx';
import { Foreign } from '../../part/foreign.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { Shares } from '../../part/shares.tsx';
import { useTimes } from '../../part/time.ts';
import { dayWords } from '../record/value/date-words.ts';
import { wordForCode } from '../record/value/words.ts';
import { CandidateGrounds } from './candidate.tsx';
import type { Found, Result } from './found.ts';
import { LikelihoodShown } from './likelihood.tsx';
import { useResultsFile } from './results-file.ts';

const shares = ['all', 'found', 'none'] as const;
type Share = (typeof shares)[number];

const isOf = (share: Share, { found }: Result): boolean =>
  share === 'all' || found.length > 0 === (share === 'found');

/** @param isApart whether records open in a tab of their own */
export function ListResults({
  results,
  isApart = false,
}: {
  results: readonly Result[];
  isApart?: boolean;
}): ReactNode {
  const { t } = useTranslation('screening');
  const times = useTimes();
  const [share, setShare] = useState<Share>('all');
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
      <ResultTable results={results.filter((one) => isOf(share, one))} isApart={isApart} />
      <Text size="xs" c="dimmed">
        {t('no-proof')}
      </Text>
    </>
  );
}

function ResultTable({ results, isApart }: { results: readonly Result[]; isApart: boolean }): ReactNode {
  const { t } = useTranslation('screening');
  const isNarrow = useMediaQuery('(max-width: 36em)', false);
  // In a narrow window whom it may be stands beneath the name, in the one column that there is.
  const hasLines = !isNarrow && results.some(({ line }) => line !== undefined);
  const columns = [
    ...(hasLines ? [{ key: 'line', head: t('column.line'), track: '3.5rem', isNumber: true }] : []),
    { key: 'asked', head: t('column.asked'), track: isNarrow ? 'minmax(0, 1fr)' : 'minmax(10rem, 2fr)' },
    { key: 'found', head: t('column.found'), track: isNarrow ? '' : 'minmax(24rem, 5fr)' },
  ];
  return (
    <LongTable
      label={t('list.table')}
      columns={columns}
      count={results.length}
      keyOf={(index) => results[index]?.key ?? String(index)}
      minWidth={isNarrow ? 0 : 640}
      row={(index) => {
        const result = results[index];
        if (result === undefined) return [];
        return [
          ...(hasLines ? [result.line] : []),
          <AskedCell key="asked" result={result} hasLine={isNarrow} />,
          <FoundCell key="found" found={result.found} isApart={isApart} />,
        ];
      }}
    />
  );
}

function AskedCell({
  result: { line, asked, unread },
  hasLine,
}: {
  result: Result;
  hasLine: boolean;
}): ReactNode {
  const { t, i18n } = useTranslation('screening');
  const times = useTimes();
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
        {hasLine && line !== undefined && <div>{t('list.line', { number: times.number(line) })}</div>}
        <Foreign text={known.filter((one) => one !== undefined).join(' · ')} />
        {unread !== undefined && t('list.unread.one', { date: unread })}
      </Text>
    </>
  );
}

function FoundCell({ found, isApart }: { found: readonly Found[]; isApart: boolean }): ReactNode {
  const { t } = useTranslation('screening');
  const [open, setOpen] = useState<string>();
  if (found.length === 0)
    return (
      <Text span size="sm" c="dimmed">
        {t('list.none')}
      </Text>
    );
  return found.map(({ asked, candidate }) => {
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
            <RecordLink id={id} fw={600} isApart={isApart}>
              <ObjectTitle object={candidate.entry.object} />
            </RecordLink>{' '}
            <Text span size="xs" c="dimmed">
              <ContributorOf entry={candidate.entry} />
            </Text>
          </span>
          <LikelihoodShown probability={candidate.probability} />
        </div>
        {isOpen && <CandidateGrounds asked={asked} candidate={candidate} />}
      </div>
    );
  });
}
