/** `entente policy`: how wide the accounts of your member may release, and labels by source. */
import { Command } from 'commander';
import { Failure } from '@entente/core/failure';
import { labelHelp, lineOf, readLabel } from '../label-option.ts';
import { print, printJson, say } from '../output.ts';
import { connect } from '../profile.ts';

export function policyCommand(): Command {
  const command = new Command('policy').summary('how wide your accounts may release, and labels by source');
  command
    .command('show')
    .summary('show what your member lays down for its accounts')
    .option('--json', 'a line of JSON')
    .action(show);
  command
    .command('ceiling')
    .summary('set how wide the accounts may release (administrator)')
    .argument('<label>', `${labelHelp}; or none`)
    .option('--second-person', 'whoever asks for more: a second person has to agree')
    .action(setCeiling);
  command
    .command('default')
    .summary('set the label of what comes from a source (administrator, release officer)')
    .argument('<source>', 'name of a file, taxii:own, api or another; * for all that have none')
    .argument('<label>', `${labelHelp}; or none`)
    .action(setDefault);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente policy ceiling "Alliance nations" --second-person\n  $ entente policy default "attack.json.gz" Coalition',
  );
}

async function show({ json = false }: { json?: boolean }): Promise<void> {
  const client = await connect();
  const policy = await client.memberPolicy();
  if (json) return printJson(policy);
  const { ceiling, secondPerson, defaults } = policy;
  print(`ceiling: ${ceiling === null ? 'none' : await lineOf(client, ceiling)}`);
  if (ceiling !== null)
    print(`beyond it: ${secondPerson ? 'a second person agrees' : 'release officers alone'}`);
  for (const [source, label] of Object.entries(defaults)) {
    print(`default for ${source}: ${await lineOf(client, label)}`);
  }
}

async function setCeiling(text: string, { secondPerson = false }: { secondPerson?: boolean }): Promise<void> {
  const client = await connect();
  const ceiling = text === 'none' ? null : await readLabel(client, text);
  if (ceiling === null && secondPerson)
    throw new Failure('invalid', 'Without a ceiling nothing is beyond it.');
  await client.setMemberPolicy({ ceiling, secondPerson });
  say(ceiling === null ? 'There is no ceiling.' : `The ceiling is ${await lineOf(client, ceiling)}.`);
}

async function setDefault(source: string, text: string): Promise<void> {
  const client = await connect();
  if (text === 'none') {
    await client.removeDefaultLabel({ source });
    return say(`${source} has no label of its own.`);
  }
  const label = await readLabel(client, text);
  await client.setDefaultLabel({ source, label });
  say(`${source}: ${await lineOf(client, label)}`);
}
