/** `entente screen`: which persons and groups of your view a name may be, one by one or a list. */
import { Command } from 'commander';
import type { Client } from '@entente/contract/client';
import type { AskedPerson, Candidate } from '@entente/contract/screening';
import { Failure } from '@entente/core/failure';
import { printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';
import { personsIn } from '../screening/persons.ts';
import { keptResults, printedResults } from '../screening/results.ts';

interface ScreenOptions extends Omit<AskedPerson, 'name'> {
  file?: string;
  output?: string;
  limit: string;
  json?: boolean;
}

/** Persons of a list that are sent at once. */
const chunk = 200;

export function screenCommand(): Command {
  return new Command('screen')
    .summary('which persons of your view a name may be, in any script')
    .description(
      'Looks for a name among the names and aliases of the persons and groups of your view, in any script, and says\n' +
        'how likely each is meant. What else is known makes it likelier or less likely. Nothing acts on the answer: a\n' +
        'person decides. With --file a list is screened, a line of JSON for each of it; a run that was cut off goes on\n' +
        'where --output ends.',
    )
    .argument('[name]', 'the name, in any script')
    .option('--born <date>', 'birth date: YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--nationality <country>', 'ISO 3166-1 alpha-2 code, or the name of the country')
    .option('--document <number>', 'number of a passport or another document')
    .option(
      '--file <list>',
      'CSV with the columns name, born, nationality, document, or a JSON object a line',
    )
    .option('--output <file>', 'where the results of a list go; what is there already is passed over')
    .option('--limit <number>', 'candidates for each name, 20 at most', '5')
    .option('--json', 'a line of JSON for each candidate, with all of the evidence')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente screen "Yusuf Haddad" --born 1979\n' +
        '  $ entente screen --file passengers.csv --output results.ndjson',
    )
    .action(screen);
}

async function screen(name: string | undefined, options: ScreenOptions): Promise<void> {
  const { file, output, limit, json = false, born, nationality, document } = options;
  if ((name === undefined) === (file === undefined)) {
    throw new Failure('invalid', 'A name is wanted, or a list with --file.');
  }
  refuseStray(options);
  const client = await connect();
  if (file !== undefined) return screenList(client, file, output, Number(limit));
  const person = { name: name ?? '', born, nationality, document };
  const { items } = await client.screen({ persons: [person], limit: Number(limit) });
  const candidates = items.flatMap((item) => item.candidates);
  if (json) for (const candidate of candidates) printJson(candidate);
  else if (candidates.length > 0)
    printTable(['probability', 'name', 'what matches', 'id'], candidates.map(rowOf));
  if (candidates.length === 0) say('Nobody in your view is called anything like it.');
}

/** What says nothing where it stands: whoever wrote it meant something. */
function refuseStray({ file, output, born, nationality, document, json }: ScreenOptions): void {
  if (file === undefined && output !== undefined) {
    throw new Failure('invalid', '--output is for a list: give one with --file, or leave --output away.');
  }
  const known = Object.entries({ born, nationality, document }).find(([, value]) => value !== undefined);
  if (file !== undefined && known !== undefined) {
    throw new Failure('invalid', `--${known[0]} is for one name: a list has it in its column ${known[0]}.`);
  }
  if (file !== undefined && json !== undefined) {
    throw new Failure('invalid', 'A list is always answered in JSON: leave --json away.');
  }
}

const rowOf = ({ probability, name, entry, parts, leftAlone, rightAlone, birth }: Candidate): string[] => [
  probability.toFixed(4),
  name,
  [
    ...parts.map(({ left, right }) => `${left} | ${right}`),
    ...leftAlone.map((text) => `${text} | –`),
    ...rightAlone.map((text) => `– | ${text}`),
    ...(birth === undefined ? [] : [`born: ${birth}`]),
  ].join('; '),
  entry.object.id,
];

async function screenList(
  client: Client,
  file: string,
  output: string | undefined,
  limit: number,
): Promise<void> {
  const results = output === undefined ? printedResults : await keptResults(output);
  let [done, passed] = [0, 0];
  let persons: AskedPerson[] = [];
  const send = async (): Promise<void> => {
    if (persons.length === 0) return;
    const { items } = await client.screen({ persons, limit });
    await results.write(items);
    done += persons.length;
    persons = [];
    tell(done);
  };
  for await (const person of personsIn(file)) {
    if (passed < results.there) {
      passed += 1;
      continue;
    }
    persons.push(person);
    if (persons.length === chunk) await send();
  }
  await send();
  if (process.stderr.isTTY) process.stderr.write('\r');
  say(passed === 0 ? `${done} screened.` : `${done} screened; ${passed} were there already.`);
}

/** Progress, which a terminal shows on one line. */
function tell(done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} screened …`);
}
