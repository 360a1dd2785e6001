/** Putting one object in, and recalling what one's member put in: what the view knows is old afterwards. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { cell } from '../../app/cell.ts';
import { meQuery, membersQuery, ofView } from '../../app/questions.ts';
import type { StixObject } from '../../record/object.ts';
import { finished, type Writing } from '../../record/writing.ts';

/** What the cell answers of one object. */
export type PutAnswer = Awaited<ReturnType<typeof cell.putContributions>>['answers'][number];

/** Source under which what is written here comes in: members may have a default label for it. */
const source = 'web';

export function useContribute() {
  const client = useQueryClient();
  const identity = useOwnIdentity();
  return useMutation({
    mutationFn: async (writing: Writing): Promise<PutAnswer> => {
      if (identity === undefined) throw new Error('The identity of one’s own member is not known.');
      const object: StixObject = finished(writing, { identity, now: new Date().toISOString() });
      const { answers } = await cell.putContributions({ objects: [object], source });
      return answers[0] as PutAnswer;
    },
    // Not waited for: the screen that wrote goes on at once.
    onSuccess: ({ outcome }) => {
      if (outcome !== 'rejected') void client.invalidateQueries({ queryKey: [ofView] });
    },
  });
}

export function useRecall() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (selection: { object: string; version?: string }[]) =>
      cell.recallContributions({ selection }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [ofView] });
    },
  });
}

/** The STIX identity of the member for which one is signed in. */
function useOwnIdentity(): string | undefined {
  const { data: me } = useQuery(meQuery);
  const { data: members } = useQuery(membersQuery);
  return members?.find(({ id }) => id === me?.member.id)?.identity;
}
