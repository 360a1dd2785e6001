/** `entente webhook`: systems of your member that are called when there is a message. */
import { Command } from 'commander';
import { Failure } from '@entente/core/failure';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';

export function webhookCommand(): Command {
  const command = new Command('webhook')
    .summary('systems of yours that are called when there is a message')
    .description(
      'By an administrator or integrator. A call says that there is a message and its kind, signed in the form of\n' +
        'Standard Webhooks. docs/messages.md says more.',
    );
  command
    .command('list')
    .summary('list the webhooks of your member')
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('add')
    .summary('have an address called; the secret that signs is printed, this once')
    .argument('<url>', 'as https://siem.norland.example/entente')
    .option('--json', 'a line of JSON')
    .action(add);
  command
    .command('test')
    .summary('call it now, with the kind test')
    .argument('<id>', 'id of the webhook')
    .action(test);
  command
    .command('resume')
    .summary('have one that was given up called again')
    .argument('<id>', 'id of the webhook')
    .action(resume);
  command
    .command('remove')
    .summary('have it called no more')
    .argument('<id>', 'id of the webhook')
    .action(remove);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente webhook add https://siem.norland.example/entente\n  $ entente webhook test 7c9e…',
  );
}

async function list({ json = false }: { json?: boolean }): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('webhooks', {})) {
    if (json) printJson(one);
    rows.push([one.createdAt.slice(0, 19), one.url, one.stoppedAt === null ? '' : 'stopped', one.id]);
  }
  if (!json) printTable(['since', 'address', '', 'id'], rows);
}

async function add(url: string, { json = false }: { json?: boolean }): Promise<void> {
  const made = await (await connect()).addWebhook({ url });
  if (json) return printJson(made);
  print(made.secret);
  say(
    `${made.webhook.url} is called from now on. Its id is ${made.webhook.id}; the secret is shown this once.`,
  );
}

async function test(id: string): Promise<void> {
  const { status } = await (await connect()).testWebhook({ id });
  if (status === null) throw new Failure('unavailable', 'There was no answer.');
  if (status < 200 || status > 299) throw new Failure('unavailable', `It answered ${status}.`);
  say(`It answered ${status}.`);
}

async function resume(id: string): Promise<void> {
  await (await connect()).resumeWebhook({ id });
  say('It is called again, for what comes from now on.');
}

async function remove(id: string): Promise<void> {
  await (await connect()).removeWebhook({ id });
  say('It is called no more.');
}
