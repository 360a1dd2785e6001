/** `entente request`: requests for information, asked and answered. */
import { Command } from 'commander';
import { boards, requestStates, type RequestItem } from '@entente/contract/request';
import { Failure } from '@entente/core/failure';
import { labelHelp, readLabel } from '../label-option.ts';
import { namesOf } from '../named.ts';
import { stateLine } from '../request-lines.ts';
import { safeText } from '../safe-text.ts';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';
import { titleOf } from '../title.ts';

const examples = `
Examples:
  $ entente request ask "Who travels with him?" --to "Norland, Sundland" --by 2017-06-02T12:00:00Z --text "We saw him near Sandport." --record identity--…
  $ entente request list --board to-me --state open,acknowledged
  $ entente request answer note--… --text "He was with two others." --record identity--…
  $ entente request nothing-held note--…`;

export function requestCommand(): Command {
  const command = new Command('request')
    .summary('ask other members, and answer')
    .description(
      'Asks members or communities for information. A request is a note under a label that permits those who are\n' +
        'asked; they are not told of each other. Each answers for itself, under a label of its choice.',
    );
  addBoard(command);
  addAsk(command);
  addWords(command);
  return command.addHelpText('after', examples);
}

const idArgument = ['<id>', 'id of the request'] as const;

function addBoard(command: Command): void {
  command
    .command('list')
    .summary('list requests by date')
    .option('--board <board>', `${boards.join(', ')}`, 'to-me')
    .option('--state <states>', `of ${requestStates.join(', ')}; with commas`)
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('show')
    .summary('show a request, how it stands, and its answers')
    .argument(...idArgument)
    .option('--json', 'one line of JSON')
    .action(show);
}

function addAsk(command: Command): void {
  command
    .command('ask')
    .summary('ask members or communities')
    .argument('<title>', 'what it is about, in a line')
    .requiredOption('--to <names>', 'members and communities by name or as member:<id>, with commas')
    .requiredOption('--by <time>', 'by when, as 2017-06-02T12:00:00Z')
    .requiredOption('--text <text>', 'what is asked')
    .option('--reason <text>', 'why')
    .option('--purpose <text>', 'what the answer will be used for')
    .option('--legal-basis <text>', 'law or agreement under which it is asked')
    .option('--record <id...>', 'STIX ids of records to attach')
    .option('--tell-addressees', 'let those who are asked know of each other')
    .option('--label <label>', `more parts of the label: ${labelHelp}`)
    .option('--json', 'a line of JSON')
    .action(ask);
  command
    .command('close')
    .summary('close what your member asked')
    .argument(...idArgument)
    .action(async (id: string) => {
      await (await connect()).closeRequest({ id });
      say('Closed.');
    });
}

function addWords(command: Command): void {
  command
    .command('acknowledge')
    .summary('say that your member has it')
    .argument(...idArgument)
    .action(async (id: string) => {
      await (await connect()).acknowledgeRequest({ id });
      say('Acknowledged.');
    });
  command
    .command('answer')
    .summary('answer with words and what your member contributed')
    .argument(...idArgument)
    .requiredOption('--text <text>', 'the answer in words')
    .option('--record <id...>', 'STIX ids of what your member contributed on it')
    .option('--partly', 'more may follow')
    .option('--label <label>', `who sees the answer; whoever asked without it: ${labelHelp}`)
    .option('--json', 'a line of JSON')
    .action(answer);
  const bare = [
    ['decline', 'say that your member does not answer', 'declineRequest', 'Declined.'],
    ['nothing-held', 'say, for your member, that it holds nothing on it', 'stateNothingHeld', 'Said.'],
  ] as const;
  for (const [name, summary, operation, done] of bare) {
    command
      .command(name)
      .summary(summary)
      .argument(...idArgument)
      .option('--reason <text>', 'words to whoever asked, and to nobody else')
      .action(async (id: string, { reason }: { reason?: string }) => {
        await (await connect())[operation]({ id, ...(reason === undefined ? {} : { reason }) });
        say(done);
      });
  }
}

interface ListOptions {
  board: string;
  state?: string;
  json?: boolean;
}

async function list({ board, state, json = false }: ListOptions): Promise<void> {
  const wanted = boards.find((one) => one === board);
  if (wanted === undefined) throw new Failure('invalid', `The boards are ${boards.join(', ')}.`);
  const client = await connect();
  const rows: string[][] = [];
  const query = { board: wanted, ...(state === undefined ? {} : { state }) };
  for await (const one of client.every('requests', query)) {
    if (json) printJson(one);
    else rows.push(rowOf(one));
  }
  if (json) return;
  if (rows.length > 0) printTable(['by', 'state', 'what', 'id'], rows);
  else say('None.');
}

const rowOf = ({ by, entry, standings }: RequestItem): string[] => [
  by.slice(0, 16),
  [...new Set(standings.map(({ state }) => state))].join(', '),
  safeText(titleOf(entry.object)),
  entry.object.id,
];

async function show(id: string, { json = false }: { json?: boolean }): Promise<void> {
  const client = await connect();
  const request = await client.request({ id });
  if (json) return printJson(request);
  const { entry, standings, answers, by } = request;
  const names = await namesOf(client);
  print(safeText(titleOf(entry.object)));
  print(safeText(String(entry.object['content'])));
  print(`by ${by}, asked by ${names.get(entry.contributor ?? '') ?? ''}`);
  for (const one of standings) print(`${names.get(one.member) ?? one.member}: ${stateLine(one)}`);
  for (const one of answers) {
    print(
      `${names.get(one.contributor ?? '') ?? ''} (${one.object.id}): ${safeText(String(one.object['content']))}`,
    );
  }
}

interface AskOptions {
  to: string;
  by: string;
  text: string;
  reason?: string;
  purpose?: string;
  legalBasis?: string;
  record?: string[];
  tellAddressees?: boolean;
  label?: string;
  json?: boolean;
}

async function ask(
  title: string,
  { to, record = [], label, json = false, ...rest }: AskOptions,
): Promise<void> {
  const client = await connect();
  const addressees = (await readLabel(client, to)).any?.[0] ?? [];
  const more = label === undefined ? {} : { label: await readLabel(client, label) };
  const asked = await client.askRequest({ title, ...rest, addressees, records: record, ...more });
  tell(asked, json, 'Asked');
}

interface AnswerOptions {
  text: string;
  record?: string[];
  partly?: boolean;
  label?: string;
  json?: boolean;
}

async function answer(id: string, options: AnswerOptions): Promise<void> {
  const { text, record = [], partly = false, label, json = false } = options;
  const client = await connect();
  const extent = partly ? 'partly-answered' : 'answered';
  const chosen = label === undefined ? {} : { label: await readLabel(client, label) };
  tell(await client.answerRequest({ id, extent, text, records: record, ...chosen }), json, 'Answered');
}

function tell(noted: { id: string; waits: boolean }, json: boolean, done: string): void {
  if (json) return printJson(noted);
  print(noted.id);
  say(noted.waits ? `${done}; the label waits for a second person. See entente proposal list.` : `${done}.`);
}
