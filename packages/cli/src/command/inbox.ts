/** `entente inbox`: what waits for your account, and what it was told. */
import { Command, Option } from 'commander';
import { sayMessage } from '@entente/core/message/say';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';

export function inboxCommand(): Command {
  const command = new Command('inbox')
    .summary('what waits for you, and what you were told')
    .description('Messages to your account. That you have read one is noted for your account alone.');
  command
    .command('list')
    .summary('list messages, newest first')
    .addOption(
      new Option('--show <which>', 'which of them').choices(['all', 'unread', 'waiting']).default('all'),
    )
    .option('--limit <number>', 'how many at most', '50')
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('count')
    .summary('say how many are unread, and on how many somebody has to act')
    .option('--json', 'a line of JSON')
    .action(count);
  command
    .command('read')
    .summary('say that you have read messages')
    .argument('[ids...]', 'ids of messages')
    .option('--all', 'all that there are')
    .action(read);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente inbox list --show waiting\n  $ entente inbox read --all',
  );
}

interface Listing {
  show: 'all' | 'unread' | 'waiting';
  limit: string;
  json?: boolean;
}

async function list({ show, limit, json = false }: Listing): Promise<void> {
  const client = await connect();
  const { language } = await client.ownAccount().catch(() => ({ language: 'en' }));
  const rows: string[][] = [];
  for await (const one of client.every('inbox', { show })) {
    if (rows.length >= Number(limit)) break;
    if (json) printJson(one);
    const state = one.waits ? 'waits' : one.read ? '' : 'new';
    const sentence = sayMessage(language === 'fr' ? 'fr' : 'en', one.kind, one.params);
    rows.push([one.at.slice(0, 19), state, sentence, one.about, one.id]);
  }
  if (!json) printTable(['at', '', 'what', 'about', 'id'], rows);
}

async function count({ json = false }: { json?: boolean }): Promise<void> {
  const { unread, waiting, more } = await (await connect()).inboxCount();
  if (json) return printJson({ unread, waiting, more });
  print(`${unread}${more ? '+' : ''} unread, ${waiting}${more ? '+' : ''} waiting`);
}

async function read(ids: string[], { all = false }: { all?: boolean }): Promise<void> {
  const client = await connect();
  if (!all) await client.readMessages({ ids });
  else {
    const { items } = await client.inbox({ limit: 1 });
    if (items[0] !== undefined) await client.readMessages({ until: items[0].at });
  }
  say('Noted.');
}
