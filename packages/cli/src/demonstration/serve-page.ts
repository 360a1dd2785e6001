/** The page `/demo`: the views of three members side by side, read anew each time. In the demonstration alone. */
import { randomBytes } from 'node:crypto';
import type { OpenCell } from '@entente/server/open-cell';
import type { ServerOptions } from '@entente/server/main';
import { readAccession, toldAccession } from './accession.ts';
import { memberOf } from './members.ts';
import { demonstrationPage, type SeenContribution } from './page.html.ts';
import { callerOf, type DemonstrationAccount } from './people.ts';
import { readView } from './views.ts';
import { watchedMembers } from './watch.ts';

type App = Parameters<NonNullable<ServerOptions['prepare']>>[0];

/** @param accounts gives the accounts of the demonstration once they are there */
export function servePage(app: App, open: OpenCell, accounts: () => readonly DemonstrationAccount[]): void {
  app.get('/demo', async (request, reply) => {
    const { language: asked } = request.query as { language?: unknown };
    const accepted = /^fr\b/i.test(request.headers['accept-language'] ?? '') ? 'fr' : 'en';
    const language = asked === 'fr' || asked === 'en' ? asked : accepted;
    const nonce = randomBytes(16).toString('base64');
    const views = new Map<string, readonly SeenContribution[]>();
    for (const account of accounts()) {
      if (!watchedMembers.some(({ key }) => memberOf(key).id === account.id)) continue;
      views.set(account.id, await readView(open, await callerOf(open, account)));
    }
    const decided = await readAccession(open, accounts());
    const members = watchedMembers.map(({ key, lines }) => ({ ...memberOf(key), lines }));
    return reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
      .send(
        demonstrationPage({
          members,
          views,
          language,
          decided: decided && toldAccession(decided),
          nonce,
        }),
      );
  });
}
