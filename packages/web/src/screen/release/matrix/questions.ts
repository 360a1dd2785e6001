/** What is asked of the cell about one's own contributions. */
import type { LabelBody } from '@entente/contract/label';
import { queryOptions } from '@tanstack/react-query';
import { cell } from '../../../app/cell.ts';
import { codeOf } from '../../../app/failure.ts';
import { ofView } from '../../../app/questions.ts';

/** A version of an object that one's member contributed; the latest where none is named. */
export interface Own {
  object: string;
  version?: string | undefined;
}

const retry = (count: number, error: Error): boolean => codeOf(error) === 'unavailable' && count < 3;

/** Who sees it, and which objects of one's own lead there; as if it had a label where one is given. */
export const explainedQuery = (own: Own, label?: LabelBody) =>
  queryOptions({
    queryKey: [ofView, 'explained', own.object, own.version, JSON.stringify(label)],
    queryFn: () =>
      cell.explainContribution({ ...given(own), from: true, ...(label === undefined ? {} : { label }) }),
    retry,
  });

export const viewAsQuery = (own: Own, member: string) =>
  queryOptions({
    queryKey: [ofView, 'view-as', own.object, own.version, member],
    queryFn: () => cell.viewAs({ ...given(own), member }),
    retry,
  });

const given = ({ object, version }: Own): Own => (version === undefined ? { object } : { object, version });
