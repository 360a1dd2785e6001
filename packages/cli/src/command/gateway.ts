/** `entente gateway`: what is done with a private list on a member's own premises. */
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { keysOf, type Side } from '@entente/core/matching/keys';
import { readList } from '../gateway/list.ts';
import { print, printJson, say } from '../output.ts';
import { addAudit } from './gateway-audit.ts';
import { addAsker } from './gateway-asker.ts';
import { addOwner } from './gateway-owner.ts';
import { addService } from './gateway-service.ts';

interface KeysOptions {
  side: Side;
  json?: boolean;
}

export function gatewayCommand(): Command {
  const gateway = new Command('gateway')
    .summary('compare private lists blindly: hit/no-hit')
    .description(
      'Compares a private list with that of another member (docs/matching.md), on your own premises: the lists stay\n' +
        'where they are. What the two send each other goes in files, or through the hub.',
    );
  gateway
    .command('keys')
    .summary('the keys made for each person of a list')
    .description(
      'Prints the keys by which each person of a list would be found (docs/matching.md). The list is CSV with the\n' +
        'columns names, births and documents (several with semicolons between them), reference and note, STIX 2.1,\n' +
        'or the XML of the list of the United Nations.',
    )
    .argument('<file>', 'the list; - is standard input')
    .addOption(
      new Option('--side <side>', 'as the owner holds them, or as an asker tries them')
        .choices(['held', 'asked'])
        .default('held'),
    )
    .option('--json', 'a line of JSON for each person')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente gateway keys watchlist.csv\n  $ entente gateway keys --side asked --json consolidated.xml',
    )
    .action(printKeys);
  addOwner(gateway);
  addAsker(gateway);
  addService(gateway);
  addAudit(gateway);
  return gateway;
}

async function printKeys(file: string, { side, json = false }: KeysOptions): Promise<void> {
  const entries = await readList(file);
  let without = 0;
  for (const { reference, person } of entries) {
    const keys = keysOf(person, side);
    if (keys.length === 0) without += 1;
    if (json) printJson({ reference, ...person, keys });
    else {
      print(`${reference}\t${person.names[0] ?? ''}`);
      for (const { text, part, strength } of keys) print(`\t${text}\t${part}\t${strength}`);
    }
  }
  say(pc.dim(`Persons: ${entries.length}; without any key: ${without}.`));
}
