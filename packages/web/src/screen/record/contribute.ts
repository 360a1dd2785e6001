/** Putting one object in, and recalling what one's member put in: what the view knows is old afterwards. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { cell } from '../../app/cell.ts';
import { meQuery, membersQuery, ofView } from '../../app/questions.ts';
import type { StixObject } from '../../record/object.ts';
import { finished, pairWriting, type Writing } from '../../record/writing.ts';

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
      const { answers } = await cell.putContributions({ objects: objectsOf(writing, identity), source });
      return (answers.find(({ outcome }) => outcome === 'rejected') ?? answers[0]) as PutAnswer;
    },
    // Not waited for: the screen that wrote goes on at once.
    onSuccess: ({ outcome }) => {
      if (outcome !== 'rejected') void client.invalidateQueries({ queryKey: [ofView] });
    },
  });
}

/** What is written, and with it what it is proposed to be the same as. */
function objectsOf(writing: Writing, identity: string): StixObject[] {
  const moment = { identity, now: new Date().toISOString() };
  const { object, label, sameAs = [] } = writing;
  const proposals = sameAs.map((other) => pairWriting('duplicate-of', object.id, other, label));
  return [writing, ...proposals].map((one) => finished(one, moment));
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
