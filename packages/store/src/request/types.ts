import type { SaidState } from '@entente/core/request/state';

/** What is kept of a request beside its note; times in microseconds. */
export interface RequestRow {
  /** Id of the note. */
  id: string;
  asker: string;
  asked: number;
  due: number;
  expired: number | null;
  closed: number | null;
}

/** The last word of an addressee. */
export interface WordRow {
  member: string;
  said: SaidState;
  at: number;
  reason: string | null;
}
