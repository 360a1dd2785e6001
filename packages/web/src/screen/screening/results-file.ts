/** The results of a list as CSV that no spreadsheet takes for formulas, marked with whose view they are from. */
import { useTranslation } from 'react-i18next';
import { csvOf } from '../search/csv.ts';
import { wordsIn } from '../search/columns.tsx';
import { offer, useStatement } from '../search/file.ts';
import { useWordings } from '../search/result-table.tsx';
import { useSaid } from './evidence.tsx';
import type { Result } from './found.ts';
import { likelihoodOf } from './probability.ts';
import { saidOf } from './said.ts';

/** A row for each candidate, and one for each person without any. */
export function useResultsFile(results: readonly Result[]): () => void {
  const { t } = useTranslation('screening');
  const words = useWordings();
  const say = useSaid();
  const statement = useStatement();
  return () => {
    const names = [
      t('column.line'),
      t('field.name'),
      t('field.born'),
      t('field.nationality'),
      t('field.document'),
      t('column.probability'),
      t('column.likelihood'),
      t('column.as'),
      t('column.evidence'),
      t('column.record'),
      t('column.member'),
      t('column.marking'),
      'id',
    ];
    const rows = results.flatMap(({ line = '', asked: first, found }) => {
      const { name, born = '', nationality = '', document = '' } = first;
      const begin = [String(line), name, born, nationality, document];
      if (found.length === 0) return [[...begin, '', t('list.none'), '', '', '', '', '', '']];
      return found.map(({ asked, candidate }) => [
        ...begin,
        String(candidate.probability),
        t(`likelihood.${likelihoodOf(candidate.probability)}`),
        candidate.name,
        saidOf(asked, candidate).map(say).join('; '),
        ...(['name', 'member', 'marking'] as const).map((column) => wordsIn(column, candidate.entry, words)),
        candidate.entry.object.id,
      ]);
    });
    offer('screening.csv', 'text/csv;charset=utf-8', csvOf(statement().text, names, rows));
  };
}
