/** `entente mail`: e-mail that tells you that something waits. */
import { Argument, Command } from 'commander';
import type { MailBody } from '@entente/contract/mail';
import { print, printJson, say } from '../output.ts';
import { connect } from '../profile.ts';
import { readSecret } from '../secret-input.ts';

export function mailCommand(): Command {
  const command = new Command('mail')
    .summary('e-mail that tells you that something waits')
    .description(
      'An e-mail says how many messages are unread and where the cell is, and nothing of what they are about.\n' +
        'docs/messages.md says more.',
    );
  command
    .command('show')
    .summary('show where your account gets e-mail')
    .option('--json', 'a line of JSON')
    .action(show);
  command
    .command('set')
    .summary('set the address, which is sent a code; or how often e-mail comes')
    .argument('<address>', 'as anna@norland.example')
    .option('--daily', 'once a day, at 06:00 UTC, and not soon after each message')
    .option('--password-file <file>', 'its first line is your password')
    .action(set);
  command
    .command('confirm')
    .summary('confirm the address')
    .argument('<code>', 'that was sent to it')
    .action(confirm);
  command
    .command('remove')
    .summary('get no e-mail any more; the address is told')
    .option('--password-file <file>', 'its first line is your password')
    .action(remove);
  command
    .command('policy')
    .summary('show what e-mail to accounts of your member may say, or set it (administrator)')
    .addArgument(
      new Argument(
        '[says]',
        'number: how many wait; sentences: their kinds too, but not of what is about an object',
      ).choices(['number', 'sentences']),
    )
    .action(policy);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente mail set anna@norland.example --daily\n  $ entente mail confirm 48151623',
  );
}

function tell({ address, pending, rhythm, stopped, available }: MailBody): void {
  print(`address:  ${address ?? 'none'}${stopped ? ' (given up: confirm one anew)' : ''}`);
  if (pending !== null) print(`waits:    ${pending} (entente mail confirm)`);
  print(`comes:    ${rhythm === 'daily' ? 'daily, at 06:00 UTC' : 'soon after a message'}`);
  if (!available) say('This cell sends no e-mail: its operator has set no mail server.');
}

async function show({ json = false }: { json?: boolean }): Promise<void> {
  const mail = await (await connect()).mail();
  if (json) printJson(mail);
  else tell(mail);
}

interface Setting {
  daily?: boolean;
  passwordFile?: string;
}

async function set(address: string, { daily = false, passwordFile }: Setting): Promise<void> {
  const client = await connect();
  const rhythm = daily ? 'daily' : 'soon';
  const before = await client.mail();
  const isSame = before.address === address;
  const password = isSame && !before.stopped ? undefined : await readSecret(passwordFile, 'Password');
  tell(await client.setMail({ address, rhythm, password }));
}

async function confirm(code: string): Promise<void> {
  tell(await (await connect()).confirmMail({ code }));
}

async function remove({ passwordFile }: Pick<Setting, 'passwordFile'>): Promise<void> {
  const client = await connect();
  await client.removeMail({ password: await readSecret(passwordFile, 'Password') });
  say('No e-mail comes any more.');
}

async function policy(says?: 'number' | 'sentences'): Promise<void> {
  const client = await connect();
  if (says !== undefined) await client.setMailPolicy({ sentences: says === 'sentences' });
  print((await client.mailPolicy({})).sentences ? 'sentences' : 'number');
}
