/**
 * The state of a request for each member that it is addressed to (docs/requests.md). Pure: what is possible next, and
 * what is told of a request whose date has passed or that is closed.
 */

/** What an addressee says: each is an act of a person. */
export const saidStates = [
  'acknowledged',
  'partly-answered',
  'answered',
  'declined',
  'nothing-held',
] as const;
export type SaidState = (typeof saidStates)[number];

/** In the order in which a request goes through them. */
export const requestStates = ['open', ...saidStates, 'expired', 'closed'] as const;
export type RequestState = (typeof requestStates)[number];

/** What is kept: the last word of the addressee, and whether the date has passed or the asker has closed. */
export interface Standing {
  /** `undefined` while it has said nothing. */
  readonly said: SaidState | undefined;
  readonly isExpired: boolean;
  readonly isClosed: boolean;
}

export const newStanding: Standing = { said: undefined, isExpired: false, isClosed: false };

/** What an addressee says, what the hub does when the date passes, and what the asker does. */
export type RequestEvent = SaidState | 'expire' | 'close';

/** What may be said after what: an answer stands, and one that gave nothing may still become one. */
const after: Readonly<Record<SaidState | 'nothing', readonly SaidState[]>> = {
  nothing: saidStates,
  acknowledged: ['partly-answered', 'answered', 'declined', 'nothing-held'],
  'partly-answered': ['partly-answered', 'answered'],
  answered: ['answered'],
  declined: ['partly-answered', 'answered', 'nothing-held'],
  'nothing-held': ['partly-answered', 'answered', 'declined'],
};

/** The state that is told. Whoever answered has answered, whatever the date. */
export function stateOf({ said, isExpired, isClosed }: Standing): RequestState {
  if (isClosed) return 'closed';
  const waits = said === undefined || said === 'acknowledged';
  if (waits && isExpired) return 'expired';
  return said ?? 'open';
}

/** Whether it still waits for a word of its addressee, in time or late. */
export const isUnanswered = (standing: Standing): boolean =>
  ['open', 'acknowledged', 'expired'].includes(stateOf(standing));

/** The standing after an event; `undefined` where it is not possible. */
export function afterEvent(standing: Standing, event: RequestEvent): Standing | undefined {
  const { said, isExpired, isClosed } = standing;
  if (isClosed) return undefined;
  if (event === 'close') return { ...standing, isClosed: true };
  if (event === 'expire') return isExpired ? undefined : { ...standing, isExpired: true };
  // After the date there is nothing to acknowledge: a late answer is still one.
  if (event === 'acknowledged' && isExpired) return undefined;
  return after[said ?? 'nothing'].includes(event) ? { ...standing, said: event } : undefined;
}
