/** The cell behind this page, through the typed client alone. */
import { makeClient } from '@entente/contract/client';
import { home } from './home.ts';
import { fetchKeeping } from './receipts.ts';

export { home } from './home.ts';

/** Path under which the pages of the interface lie, as the router wants it: `/` or `/sub/path`. */
export const basePath = home.pathname.replace(/(?<=.)\/$/, '');

export const cell = makeClient({ url: home.href, fetch: fetchKeeping });
