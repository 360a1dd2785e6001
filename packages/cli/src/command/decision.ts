/** `entente decision`: what the cell decides together, by silence. */
import { Command, Option } from 'commander';
import { Failure } from '@entente/core/failure';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';
import { namesOf } from '../named.ts';
import { showDecision } from '../decision/show.ts';
import { addOfferCommands } from './decision-offers.ts';
import { addSecretaryCommands } from './decision-secretary.ts';

interface Asked {
  json?: boolean;
}

export function decisionCommand(): Command {
  const command = new Command('decision')
    .summary('texts under silence: table, break, reserve, follow')
    .description(
      'A text is put to the members with an expiry. Who does not break silence before it agrees; then the hub\n' +
        'itself carries it out. docs/decisions.md has the rules.',
    );
  addReading(command);
  addSpeaking(command);
  addOfferCommands(command);
  addSecretaryCommands(command);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente decision list --open\n  $ entente decision break 5b0f… --reason "Not before June."\n' +
      '  $ entente decision reserve 5b0f… --text "From June on."\n' +
      '  $ entente decision table accession.json --expiry 2017-06-09T12:00:00Z',
  );
}

function addReading(command: Command): void {
  command
    .command('list')
    .summary('list what is put to your member, the latest first')
    .option('--open', 'only what is before the members or in consultation')
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('show')
    .summary('show a text and its record; that you were shown it is noted')
    .argument('<id>', 'id of the decision')
    .option('--json', 'a line of JSON')
    .action(showDecision);
  command
    .command('receipts')
    .summary('what your account was shown, and when')
    .argument('<id>', 'id of the decision')
    .option('--json', 'a line of JSON for each')
    .action(receipts);
  command
    .command('figures')
    .summary('how long deciding took, and who was waited for')
    .option('--json', 'a line of JSON')
    .action(figures);
}

function addSpeaking(command: Command): void {
  command
    .command('break')
    .summary('break silence, or join those who did (release officer)')
    .argument('<id>', 'id of the decision')
    .requiredOption('--reason <text>', 'why')
    .option('--english <text>', 'a text in English that your member could agree to')
    .option('--french <text>', 'the same in French')
    .action(breakSilence);
  command
    .command('reserve')
    .summary('attach a reservation or statement for good, without breaking silence (release officer)')
    .argument('<id>', 'id of the decision')
    .requiredOption('--text <text>', 'its words')
    .addOption(
      new Option('--kind <kind>', 'what it is')
        .choices(['reservation', 'interpretative-statement'])
        .default('reservation'),
    )
    .action(reserve);
  command
    .command('note')
    .summary('say that your member took note; noted is not agreed (release officer)')
    .argument('<id>', 'id of the decision')
    .action(note);
}

async function list({ open = false, json = false }: Asked & { open?: boolean }): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('decisions', open ? { open: 'true' } : {})) {
    if (json) printJson(one);
    const seen = `${one.seenBy}/${one.voices}`;
    rows.push([
      one.state,
      one.expiry?.slice(0, 19) ?? '',
      one.title.en,
      seen,
      one.voice ? 'voice' : '',
      one.id,
    ]);
  }
  if (!json) printTable(['state', 'until (UTC)', 'text', 'seen', '', 'id'], rows);
}

async function receipts(id: string, { json = false }: Asked): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('decisionReceipts', { id })) {
    if (json) printJson(one);
    rows.push([String(one.version), one.at.slice(0, 19), one.account, one.digest]);
  }
  if (!json) printTable(['version', 'at', 'account', 'digest of the text'], rows);
}

async function figures({ json = false }: Asked): Promise<void> {
  const client = await connect();
  const found = await client.decisionFigures({});
  if (json) return printJson(found);
  print(`decided:  ${found.decided}`);
  print(`median:   ${duration(found.median)}`);
  print(`longest:  ${duration(found.longest)}`);
  const names = await namesOf(client);
  for (const { member, decisions, seconds } of found.waitedFor) {
    print(`waited for ${names.get(member) ?? member}: ${duration(seconds)} in ${decisions} of them`);
  }
}

function duration(seconds: number | null): string {
  if (seconds === null) return 'none yet';
  const hours = seconds / 3600;
  return hours >= 48
    ? `${(hours / 24).toFixed(1)} days`
    : hours >= 1
      ? `${hours.toFixed(1)} hours`
      : `${seconds} s`;
}

async function breakSilence(
  id: string,
  { reason, english: en, french: fr }: { reason: string; english?: string; french?: string },
): Promise<void> {
  const amendment = { ...(en === undefined ? {} : { en }), ...(fr === undefined ? {} : { fr }) };
  const isAmended = Object.keys(amendment).length > 0;
  await (await connect()).breakSilence({ id, reason, ...(isAmended ? { amendment } : {}) });
  say('Silence is broken.');
}

type Statement = { text: string; kind: 'reservation' | 'interpretative-statement' };

async function reserve(id: string, { text, kind }: Statement): Promise<void> {
  if (text.trim() === '') throw new Failure('invalid', 'text: must say something.');
  await (await connect()).stateOnDecision({ id, kind, text });
  say('Attached for good.');
}

async function note(id: string): Promise<void> {
  await (await connect()).noteDecision({ id });
  say('Noted.');
}
