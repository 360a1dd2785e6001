/** `entente init`: a new cell under the name of its host. */
import { Command, Option } from 'commander';
import { say } from '../output.ts';

export function initCommand(): Command {
  return new Command('init')
    .summary('make a new cell under the name of its host')
    .description(
      'Makes a new cell in ENTENTE_DATA_FOLDER (or DATABASE_URL) and founds the member that hosts it. Without this,\n' +
        'the first start calls it Host. entente start then prints the link that makes the first account.',
    )
    .requiredOption('--name <name>', 'name of the member that hosts the cell')
    .requiredOption('--realm <realm>', 'what stands behind the @ in its logins, as norland.example')
    .addOption(
      new Option('--kind <kind>', 'what it is').choices(['nation', 'organisation']).default('organisation'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente init --name "Norland" --kind nation --realm norland.example\n  $ entente start',
    )
    .action(init);
}

async function init(host: { name: string; realm: string; kind: string }): Promise<void> {
  const { readConfig } = await import('@entente/server/config');
  const { initCell } = await import('@entente/server/init');
  await initCell(readConfig(process.env), host);
  say(`${host.name} hosts the cell. entente start prints the link that makes its first account.`);
}
