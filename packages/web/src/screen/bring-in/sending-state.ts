/** A file on its way, as a component sees it: how far it is, what came of it, and an end where one is wanted. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportReport } from './report.ts';
import { sendFile, type Sending } from './sending.ts';

export interface SendingState {
  isRunning: boolean;
  /** Bytes that have gone. */
  sent: number;
  report?: ImportReport | undefined;
  error?: unknown;
  /** Whether it was ended by hand. */
  wasEnded: boolean;
}

const atRest: SendingState = { isRunning: false, sent: 0, wasEnded: false };

export function useSending(onReport: (report: ImportReport, sending: Sending) => void): {
  state: SendingState;
  start: (sending: Sending) => void;
  end: () => void;
} {
  const [state, setState] = useState(atRest);
  const ending = useRef<AbortController>(undefined);
  useEffect(() => () => ending.current?.abort(), []);
  const start = useCallback(
    (sending: Sending): void => {
      ending.current?.abort();
      const control = new AbortController();
      ending.current = control;
      setState({ ...atRest, isRunning: true });
      const tell = (sent: number): void => setState((before) => ({ ...before, sent }));
      const settle = (after: Partial<SendingState>): void => {
        if (ending.current === control) setState((before) => ({ ...before, isRunning: false, ...after }));
      };
      sendFile(sending, tell, control.signal).then(
        (report) => {
          settle({ report });
          onReport(report, sending);
        },
        (error: unknown) => settle(control.signal.aborted ? { wasEnded: true } : { error }),
      );
    },
    [onReport],
  );
  return { state, start, end: () => ending.current?.abort() };
}
