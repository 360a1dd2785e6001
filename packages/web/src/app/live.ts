/** Live: one stream of the feed for the whole page; what it tells makes questions about the view old. */
import { useEffect, useState } from 'react';
import { cell } from './cell.ts';
import { codeOf } from './failure.ts';
import { ofInbox, ofView, questions } from './questions.ts';

export type Liveness = 'connecting' | 'on' | 'off';

/** Milliseconds that changes are gathered, so that an import is one. */
const gather = 1500;
const pause = 4000;

/** Follows the feed while the page is shown. `changes` counts gathered changes since it was opened. */
export function useLive(): { liveness: Liveness; changes: number } {
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setChanges((before) => before + 1);
        void questions.invalidateQueries({ queryKey: [ofView] });
      }, gather);
    };
    void follow(ending.signal, setLiveness, changed);
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, []);
  return { liveness, changes };
}

/** What waits for a member's people is no change of a view: proposals are asked for anew with the inbox. */
async function renewInbox(): Promise<void> {
  await questions.invalidateQueries({ queryKey: ofInbox });
  await questions.invalidateQueries({ queryKey: [ofView, 'proposals'] });
}

async function follow(
  signal: AbortSignal,
  tell: (liveness: Liveness) => void,
  changed: () => void,
): Promise<void> {
  let cursor: string | undefined;
  while (!signal.aborted) {
    try {
      for await (const event of cell.events(cursor === undefined ? {} : { cursor }, signal)) {
        tell('on');
        cursor = event.cursor;
        if (event.kind === 'ready' || event.kind === 'inbox') void renewInbox();
        else changed();
      }
    } catch (error) {
      if (signal.aborted) return;
      // A cursor of before a restore is no good any more: begin anew, with everything old.
      if (codeOf(error) === 'invalid') {
        cursor = undefined;
        changed();
      }
    }
    if (!signal.aborted) tell('off');
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
