/** Lines that were pasted, each with what the view knows of it. */
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconMinus } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';
import { ContributorOf, ObjectTitle, RecordLink } from '../../part/entry.tsx';
import { Foreign } from '../../part/foreign.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { Shares } from '../../part/shares.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import type { Entry } from '../../record/object.ts';
import { wordsIn } from './columns.tsx';
import { csvOf } from './csv.ts';
import { offer, useStatement } from './file.ts';
import { setLines, type Lines } from './pasted-lines.ts';
import { useWordings } from './result-table.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';

interface Answer {
  line: string;
  found: Entry[];
  more: boolean;
}

const knownQuery = (lines: readonly string[]) =>
  queryOptions({
    queryKey: [ofView, 'known', lines],
    queryFn: async (): Promise<Answer[]> => (await cell.known({ lines: [...lines] })).items,
    placeholderData: keepPreviousData,
  });

const kinds = ['all', 'known', 'unknown'] as const;
type Kind = (typeof kinds)[number];

const isOf = (kind: Kind, { found }: Answer): boolean =>
  kind === 'all' || found.length > 0 === (kind === 'known');

export function Known({ lines: { lines, left } }: { lines: Lines }): ReactNode {
  const { t } = useTranslation('search');
  const times = useTimes();
  const answer = useQuery(knownQuery(lines));
  return (
    <section aria-labelledby="known">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="known">
          {t('known.title', { count: lines.length, number: times.number(lines.length) })}
        </Title>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowLeft size={14} aria-hidden />}
          onClick={() => setLines(undefined)}
        >
          {t('known.close')}
        </Button>
      </Group>
      {left > 0 && (
        <Text size="sm" c="dimmed" mb="xs" role="alert">
          {t('known.left', { count: left, number: times.number(left) })}
        </Text>
      )}
      {answer.isPending && <Loading />}
      {answer.isError && <Failed error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data !== undefined && <Answers answers={answer.data} />}
    </section>
  );
}

function Answers({ answers }: { answers: readonly Answer[] }): ReactNode {
  const { t } = useTranslation('search');
  const times = useTimes();
  const [kind, setKind] = useState<Kind>('all');
  const write = useAnswersFile(answers);
  const shown = answers.filter((one) => isOf(kind, one));
  const data = kinds.map((value) => ({
    value,
    label: t(`known.${value}`, { number: times.number(answers.filter((one) => isOf(value, one)).length) }),
  }));
  return (
    <Stack gap="xs">
      <Shares
        label={t('known.filter')}
        data={data}
        value={kind}
        onChange={setKind}
        keep={t('export.csv')}
        onKeep={write}
      />
      <AnswerTable answers={shown} />
      <Text size="xs" c="dimmed">
        {t('known.hint')}
      </Text>
    </Stack>
  );
}

function AnswerTable({ answers }: { answers: readonly Answer[] }): ReactNode {
  const { t } = useTranslation('search');
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows(
    answers.map(({ line }) => line),
    scroller,
  );
  return (
    <div
      ref={scroller}
      className="results"
      role="table"
      tabIndex={0}
      aria-label={t('known.table')}
      aria-rowcount={answers.length + 1}
    >
      <div role="rowgroup" className="results-head">
        <div role="row" aria-rowindex={1} className="results-row known-row">
          <div role="columnheader">{t('known.line')}</div>
          <div role="columnheader">{t('known.outcome')}</div>
          <div role="columnheader">{t('known.objects')}</div>
        </div>
      </div>
      <div role="rowgroup" className="results-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const answer = answers[index];
          return (
            answer && (
              <div
                key={answer.line}
                ref={virtual.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className="results-row known-row"
                style={{ transform: `translateY(${start}px)` }}
              >
                <AnswerCells answer={answer} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function AnswerCells({ answer: { line, found, more } }: { answer: Answer }): ReactNode {
  const { t } = useTranslation('search');
  const isKnown = found.length > 0;
  return (
    <>
      <div role="cell">
        <Foreign text={line} />
      </div>
      <div role="cell" className={isKnown ? 'known-yes' : 'known-no'}>
        {isKnown ? <IconCheck size={16} aria-hidden /> : <IconMinus size={16} aria-hidden />}
        {isKnown ? t('known.yes') : t('known.no')}
      </div>
      <div role="cell">
        {found.map((entry) => (
          <div key={entry.object.id} className="known-object">
            <KindIcon object={entry.object} size={16} />
            <RecordLink id={entry.object.id} fw={600}>
              <ObjectTitle object={entry.object} />
            </RecordLink>
            <Text span size="xs" c="dimmed">
              <ContributorOf entry={entry} />
            </Text>
            <MarkingLine object={entry.object} label={entry.label} />
          </div>
        ))}
        {!isKnown && (
          <Anchor
            size="xs"
            onClick={() => setLines(undefined)}
            renderRoot={(props) => <Link {...props} to="/search" search={{ q: line }} />}
          >
            {t('known.search')}
          </Anchor>
        )}
        {more && (
          <Text size="xs" c="dimmed">
            {t('known.more')}
          </Text>
        )}
      </div>
    </>
  );
}

/** A row for each object of a line, and one for each line that is not known. */
function useAnswersFile(answers: readonly Answer[]): () => void {
  const { t } = useTranslation('search');
  const words = useWordings();
  const statement = useStatement();
  return () => {
    const names = [
      t('known.line'),
      t('known.outcome'),
      t('column.kind'),
      t('column.name'),
      t('column.member'),
      t('column.marking'),
      'id',
    ];
    const rows = answers.flatMap(({ line, found }) =>
      found.length === 0
        ? [[line, t('known.no'), '', '', '', '', '']]
        : found.map((entry) => [
            line,
            t('known.yes'),
            ...(['kind', 'name', 'member', 'marking'] as const).map((name) => wordsIn(name, entry, words)),
            entry.object.id,
          ]),
    );
    offer('known.csv', 'text/csv;charset=utf-8', csvOf(statement().text, names, rows));
  };
}
