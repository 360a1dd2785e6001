/** The commands by which an audit has keys of a run opened. */
import { InvalidArgumentError, type Command } from 'commander';
import { Failure } from '@entente/core/failure';
import { readKey } from '@entente/core/ledger/note';
import { exitCodes } from '../exit.ts';
import { checkOpening, openingOf } from '../gateway/audit.ts';
import { openGateway } from '../gateway/folder.ts';
import { print, printJson, say } from '../output.ts';
import { agreementArgument, folderArgument, readWhole } from './gateway-target.ts';

export function addAudit(gateway: Command): void {
  gateway
    .command('open')
    .summary('open a key of an own run, for an audit')
    .description(
      'Prints as JSON what shows that this key was committed to and asked for. It shows nothing of the others.',
    )
    .argument(...folderArgument)
    .argument(...agreementArgument)
    .argument('<id>', 'the run, as ask printed it')
    .requiredOption('--key <number>', 'which key, from 0, as the auditor drew it', numberOf)
    .action(openOne);
  gateway
    .command('check')
    .summary('check a key that an asker opened, as an auditor')
    .description(
      'Prints the key. Ends with 7 where it is not the one that the run was committed to and that was sent. The owner\n' +
        'has the run as it came, beside its answers.',
    )
    .argument('<run>', 'the file that the asker sent')
    .argument('<opening>', 'what the asker opened; - is standard input')
    .requiredOption('--asker <key>', 'the key that the gateway of the asker prints')
    .action(checkOne);
}

function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number from 0 is wanted.');
  return Number(text);
}

async function openOne(
  folder: string,
  agreement: string,
  id: string,
  { key }: { key: number },
): Promise<void> {
  printJson(await openingOf(await openGateway(folder), agreement, id, key));
}

async function checkOne(run: string, opening: string, { asker }: { asker: string }): Promise<void> {
  const key = readKey(asker);
  if (key === undefined) throw new Failure('invalid', `“${asker}” is no key of a gateway.`);
  const place = opening === '-' ? 'Standard input' : opening;
  const { isTrue, key: text } = await checkOpening(
    await readWhole(run),
    await readWhole(opening),
    place,
    key,
  );
  print(text);
  if (isTrue) return say('This key was committed to, and asked for.');
  say('This key is NOT the one that the run was committed to and that was sent.');
  process.exitCode = exitCodes.untrue;
}
