/** `entente supervision`: what the cell opens to a supervisor of data protection. */
import { Command } from 'commander';
import { print, printJson, printTable } from '../output.ts';
import { connect } from '../profile.ts';

interface Asked {
  member?: string;
  object?: string;
  json?: boolean;
}

export function supervisionCommand(): Command {
  const command = new Command('supervision')
    .summary('who of all members was given what, for the supervisor of data protection')
    .description(
      'For auditors of an observer that the cell has made supervisor of data protection by decision: records of the reads\n' +
        'of all members, and what was taken back from whom. Ids and times, no content. What is asked stands in your log.',
    );
  const about = (name: string, summary: string): Command =>
    command
      .command(name)
      .summary(summary)
      .option('--member <id>', 'of this member alone')
      .option('--object <id>', 'of this object alone')
      .option('--json', 'a line of JSON for each');
  about('reads', 'list who was given what, by member, the last first')
    .option('--since <time>', 'from then on')
    .option('--before <time>', 'until then')
    .action(reads);
  command
    .command('read')
    .summary('list every version that one answer gave')
    .argument('<member>', 'id of the member')
    .argument('<id>', 'number of the record')
    .action(read);
  about('recalls', 'list what was taken back from whom, and what was acknowledged').action(recalls);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente supervision reads --object identity--…\n  $ entente supervision reads --member 7c9e… --since 2017-06-01T00:00:00Z --json\n' +
      '  $ entente supervision recalls --object identity--…',
  );
}

async function reads({ json = false, ...asked }: Asked & { since?: string; before?: string }): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('supervisedRecords', asked)) {
    if (json) printJson(one);
    else
      rows.push([
        one.at.slice(0, 19),
        one.member,
        one.login ?? one.account,
        one.purpose ?? '-',
        one.route,
        String(one.versions),
        one.id,
      ]);
  }
  if (!json) printTable(['at', 'member', 'account', 'purpose', 'way', 'versions', 'id'], rows);
}

async function read(member: string, id: string): Promise<void> {
  const client = await connect();
  for await (const { object } of client.every('supervisedRecordObjects', { member, id })) print(object);
}

async function recalls({ json = false, ...asked }: Asked): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('supervisedRecalls', asked)) {
    if (json) printJson(one);
    else
      rows.push([
        one.at.slice(0, 19),
        one.contributor,
        one.member,
        String(one.total),
        one.acknowledged?.slice(0, 19) ?? 'open',
      ]);
  }
  if (!json) printTable(['at', 'taken back by', 'told to', 'objects', 'acknowledged'], rows);
}
