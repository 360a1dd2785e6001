/** Putting a report in: what the cell says of it, then on to reading it. */
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { membersQuery, meQuery, ofView } from '../../app/questions.ts';
import type { StixObject } from '../../record/object.ts';
import { reportOf, type Draft } from './draft.ts';

type PutAnswer = Awaited<ReturnType<typeof cell.putContributions>>['answers'][number];

export function usePutReport(
  before: StixObject | undefined,
  forget: () => void,
): UseMutationResult<PutAnswer | undefined, Error, Draft> {
  const { t } = useTranslation('reports');
  const navigate = useNavigate();
  const questions = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { data: members = [] } = useQuery(membersQuery);
  return useMutation({
    mutationFn: async (draft: Draft) => {
      const id = me?.member.id ?? '';
      const identity = members.find((member) => member.id === id)?.identity;
      const report = reportOf(draft, { before, member: { id, identity }, now: Date.now() });
      const { answers } = await cell.putContributions({ objects: [report], source: 'report' });
      return answers[0];
    },
    onSuccess: async (answer) => {
      if (answer === undefined || answer.outcome === 'rejected') return;
      forget();
      notifications.show({ message: t(answer.waits === true ? 'put-in.waits' : 'put-in.done') });
      await questions.invalidateQueries({ queryKey: [ofView] });
      await navigate({ to: '/reports/$id', params: { id: answer.id } });
    },
  });
}
