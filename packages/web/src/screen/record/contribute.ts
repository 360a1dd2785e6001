/** Putting one object in, and recalling what one's member put in: what the view knows is old afterwards. */
import { deterministicId } from '@entente/contract/making';
import type { JsonObject } from '@entente/core/stix/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { cell } from '../../app/cell.ts';
import { meQuery, membersQuery, ofView } from '../../app/questions.ts';
import { textIn, type StixObject } from '../../record/object.ts';
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
      const label = hasLabelBeside(writing) ? { label: writing.label } : {};
      const { answers } = await cell.putContributions({
        objects: objectsOf(writing, identity),
        ...label,
        source,
      });
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
  const stated = hasLabelBeside(writing) ? { ...writing, label: {} } : writing;
  return [stated, ...proposals].map((one) => identified(finished(one, moment)));
}

/**
 * Of an observable the id is made from what it says, of a file also from its extensions: its label stands beside it,
 * or whoever has the id could guess the label.
 */
const hasLabelBeside = ({ isTimed, label }: Writing): boolean => !isTimed && Object.keys(label).length > 0;

/** With the id that everybody gives it (STIX 2.1 §2.9) where it has none yet. */
function identified(object: StixObject): StixObject {
  if (textIn(object, 'id') !== undefined) return object;
  const id = deterministicId(object as JsonObject);
  if (id === undefined) throw new Error(`no id can be made of ${object.type}`);
  return { ...object, id };
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
