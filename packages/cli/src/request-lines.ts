/** Requests in words. */
import type { StandingBody } from '@entente/contract/request';
import { safeText } from './safe-text.ts';

/** How it stands with one addressee, in a line. */
export function stateLine({ state, said, since, reason }: StandingBody): string {
  const last = said === null || said === state ? '' : ` (${said})`;
  const when = since === null ? '' : `, since ${since.slice(0, 16)}`;
  return `${state}${last}${when}${reason === null ? '' : `: ${safeText(reason)}`}`;
}
