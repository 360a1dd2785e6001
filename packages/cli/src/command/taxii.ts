/** `entente taxii poll`: what a TAXII 2.1 server has, page by page. */
import { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { Failure } from '@entente/core/failure';
import { textIfThere } from '../files.ts';
import { printJson, say } from '../output.ts';
import { readSecret } from '../secret-input.ts';
import { poll } from '../taxii-client.ts';

interface TaxiiOptions {
  collection: string;
  addedAfter?: string;
  state?: string;
  limit: string;
  user?: string;
  passwordFile?: string;
}

export function taxiiCommand(): Command {
  const command = new Command('taxii').summary('read from TAXII 2.1 servers');
  command
    .command('poll')
    .summary('write the objects of a collection, a line of JSON each')
    .description(
      'Reads a collection to its end and writes its objects to standard output, a line of JSON each. Signs in with\n' +
        'ENTENTE_TOKEN, or with --user and a password or token from a file.',
    )
    .argument('<url>', 'an API root, or a server whose default root is taken')
    .requiredOption('--collection <name>', 'id, alias or title')
    .option('--added-after <time>', 'only what was added after this time')
    .option('--state <file>', 'go on from where this file says, and write there how far it came')
    .option('--limit <number>', 'objects of a page', '1000')
    .option('--user <name>', 'for Basic authentication')
    .option('--password-file <file>', 'its first line is the password or token')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente taxii poll http://127.0.0.1:8017 --collection view\n  $ entente taxii poll https://hub.example/taxii2/cell/ --collection view --state view.position >> view.jsonl',
    )
    .action(pollCollection);
  return command;
}

async function pollCollection(url: string, options: TaxiiOptions): Promise<void> {
  if (!URL.canParse(url)) throw new Failure('invalid', `${url} is no address.`);
  const addedAfter = options.addedAfter ?? (await positionIn(options.state));
  const { collection } = options;
  const authorization = await authorizationOf(options);
  let count = 0;
  let last = addedAfter;
  for await (const page of poll({
    url,
    collection,
    authorization,
    addedAfter,
    limit: Number(options.limit),
  })) {
    for (const object of page.objects) printJson(object);
    count += page.objects.length;
    last = page.last ?? last;
    // After each page, so that an interrupted run goes on from there.
    if (options.state !== undefined && last !== undefined) await writeFile(options.state, `${last}\n`);
  }
  say(`${count} objects${last === undefined ? '' : `; go on with --added-after ${last}`}`);
}

async function positionIn(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const text = (await textIfThere(file))?.trim();
  return text === '' ? undefined : text;
}

async function authorizationOf({ user, passwordFile }: TaxiiOptions): Promise<string | undefined> {
  if (user !== undefined) {
    const password = await readSecret(passwordFile, 'Password');
    return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  }
  const token = process.env['ENTENTE_TOKEN'];
  return token === undefined ? undefined : `Bearer ${token}`;
}
