/** Acts that can be undone and done again. */

export interface Past<State> {
  before: readonly State[];
  now: State;
  after: readonly State[];
}

const mostSteps = 100;

export const begun = <State>(now: State): Past<State> => ({ before: [], now, after: [] });

/** An act; one that changes nothing is none. */
export function acted<State>(past: Past<State>, act: (state: State) => State): Past<State> {
  const now = act(past.now);
  return now === past.now ? past : { before: [...past.before, past.now].slice(-mostSteps), now, after: [] };
}

export function undone<State>(past: Past<State>): Past<State> {
  const now = past.before.at(-1);
  return now === undefined
    ? past
    : { before: past.before.slice(0, -1), now, after: [past.now, ...past.after] };
}

export function redone<State>(past: Past<State>): Past<State> {
  const [now, ...after] = past.after;
  return now === undefined ? past : { before: [...past.before, past.now], now, after };
}

/** Changes every state alike: what has left the view comes back by no undoing. */
export const everywhere = <State>(past: Past<State>, change: (state: State) => State): Past<State> => ({
  before: past.before.map(change),
  now: change(past.now),
  after: past.after.map(change),
});
