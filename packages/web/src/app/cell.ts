/** The cell behind this page, through the typed client alone. */
import { makeClient } from '@entente/contract/client';

/** Where the cell is reached, with its sub-path and a slash at the end: the server says so in `<base>`. */
export const home = new URL('.', document.baseURI);

/** Path under which the pages of the interface lie, as the router wants it: `/` or `/sub/path`. */
export const basePath = home.pathname.replace(/(?<=.)\/$/, '');

export const cell = makeClient({ url: home.href });
