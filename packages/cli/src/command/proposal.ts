/** `entente proposal`: labels that wait for a second person of your member. */
import { Command } from 'commander';
import { lineOf } from '../label-option.ts';
import { printObjects } from '../object-list.ts';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';

export function proposalCommand(): Command {
  const command = new Command('proposal')
    .summary('labels that wait for a second person')
    .description(
      'Where your member wants a second person for labels beyond its ceiling, what is put in, imported or\n' +
        'relabelled wider goes in under the ceiling, and the wider label waits here. A release officer other than\n' +
        'the one who asked for it accepts it or refuses it.',
    );
  command
    .command('list')
    .summary('list what waits, oldest first')
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('show')
    .summary('show a proposal and what it is for')
    .argument('<id>', 'id of the proposal')
    .option('--limit <number>', 'how many objects at most', '50')
    .option('--json', 'a line of JSON for the proposal, then one for each object')
    .action(show);
  command
    .command('accept')
    .summary('agree to the label (release officer, not who asked for it)')
    .argument('<id>', 'id of the proposal')
    .option('--json', 'a line of JSON')
    .action(accept);
  command
    .command('refuse')
    .summary('refuse the label, or take your own proposal back')
    .argument('<id>', 'id of the proposal')
    .action(refuse);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente proposal list\n  $ entente proposal show 7c9e… --limit 1000\n  $ entente proposal accept 7c9e…',
  );
}

async function list({ json = false }: { json?: boolean }): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('proposals', {})) {
    if (json) printJson(one);
    else rows.push([one.at.slice(0, 19), String(one.contributions), await lineOf(client, one.label), one.id]);
  }
  if (!json) printTable(['at', 'objects', 'label asked for', 'id'], rows);
}

async function show(id: string, options: { limit: string; json?: boolean }): Promise<void> {
  const client = await connect();
  const { json = false } = options;
  const proposal = await client.proposal({ id });
  if (json) printJson(proposal);
  else {
    print(`${proposal.contributions} contributions, asked for at ${proposal.at} by ${proposal.proposer}`);
    if (proposal.batch !== null) print(`import:  ${proposal.batch} (entente batch show)`);
    print(`now:     ${await lineOf(client, proposal.held)}`);
    print(`wanted:  ${await lineOf(client, proposal.label)}`);
  }
  await printObjects(client, client.every('proposalContributions', { id }), { json: false, ...options });
}

async function accept(id: string, { json = false }: { json?: boolean }): Promise<void> {
  const { relabelled } = await (await connect()).approveProposal({ id });
  if (json) printJson({ relabelled });
  else say(`${relabelled} relabelled.`);
}

async function refuse(id: string): Promise<void> {
  await (await connect()).refuseProposal({ id });
  say('Refused: the label stays as it is.');
}
