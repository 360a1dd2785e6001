/** `entente subject`: what data subjects ask of your member, and what it holds about them. */
import { Command } from 'commander';
import { outcomes, requestKinds } from '@entente/contract/subject';
import { Failure } from '@entente/core/failure';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';

export function subjectCommand(): Command {
  const command = new Command('subject')
    .summary('what data subjects ask of your member')
    .description(
      'A register of your own member: what is asked, by the person or by the supervisor in its place, of which records,\n' +
        'by when, and what was answered. Nobody else learns of it. For release officers; auditors read it.',
    );
  registerCommands(command);
  actCommands(command);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente subject enter access "Ilyas al-Marwani" --record identity--… --reference "DPA 17/2"\n' +
      '  $ entente subject file 7c9e… > file.json\n  $ entente subject erase 7c9e… --yes\n' +
      '  $ entente subject answer 7c9e… granted "The records are erased."',
  );
}

function registerCommands(command: Command): void {
  command
    .command('list')
    .summary('list the register by deadline')
    .option('--state <state>', 'open or answered')
    .option('--reference <text>', 'those with this reference, as of a request for information')
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('enter')
    .summary('enter a request (release officer)')
    .argument('<kind>', requestKinds.join(', '))
    .argument('<subject>', 'who asks, as it is known to you')
    .option('--record <id...>', 'records of your own that it is about', [])
    .option('--reference <text>', 'of your files')
    .option('--supervisor', 'the supervisor asks in the place of the person')
    .option('--deadline <time>', 'thirty days from now without it')
    .action(enter);
  command
    .command('show')
    .summary('show a request and what was done about it')
    .argument('<id>', 'id of the request')
    .action(show);
  command
    .command('file')
    .summary('everything that your member holds of the records, as JSON')
    .argument('<id>', 'id of the request')
    .action(file);
}

function actCommands(command: Command): void {
  const about = (name: string, summary: string): Command =>
    command.command(name).summary(summary).argument('<id>', 'id of the request');
  about('records', 'say which records it is about').argument('<record...>', 'STIX ids').action(records);
  about('restrict', 'keep the records for your member alone for the time').action(restrict);
  about('lift', 'give the records back the labels that they had').action(lift);
  about('erase', 'recall the records and destroy their content')
    .option('--yes', 'it cannot be undone')
    .action(erase);
  about('answer', 'note the answer that was given')
    .argument('<outcome>', outcomes.join(', '))
    .argument('<words>', 'what was answered')
    .action(answer);
}

/** One of these words. */
function oneOf<Word extends string>(words: readonly Word[], given: string, name: string): Word {
  const found = words.find((word) => word === given);
  if (found === undefined) throw new Failure('invalid', `${name}: must be one of ${words.join(', ')}.`);
  return found;
}

interface Listed {
  state?: string;
  reference?: string;
  json?: boolean;
}

async function list({ state, reference, json = false }: Listed): Promise<void> {
  const client = await connect();
  const asked = {
    ...(state === undefined ? {} : { state: oneOf(['open', 'answered'], state, 'state') }),
    ...(reference === undefined ? {} : { reference }),
  };
  const rows: string[][] = [];
  for await (const one of client.every('subjectRequests', asked)) {
    if (json) printJson(one);
    rows.push([one.deadline.slice(0, 10), one.kind, one.via, one.outcome ?? 'open', one.subject, one.id]);
  }
  if (!json) printTable(['by', 'asks for', 'through', 'answer', 'subject', 'id'], rows);
}

interface Entered {
  record: string[];
  reference?: string;
  supervisor?: boolean;
  deadline?: string;
}

async function enter(kind: string, subject: string, options: Entered): Promise<void> {
  const { record: objects, reference, supervisor = false, deadline } = options;
  const { id } = await (
    await connect()
  ).enterSubjectRequest({
    kind: oneOf(requestKinds, kind, 'kind'),
    via: supervisor ? 'supervisor' : 'subject',
    subject,
    objects,
    ...(reference === undefined ? {} : { reference }),
    ...(deadline === undefined ? {} : { deadline }),
  });
  print(id);
}

const show = async (id: string): Promise<void> => printJson(await (await connect()).subjectRequest({ id }));

const file = async (id: string): Promise<void> => printJson(await (await connect()).subjectFile({ id }));

async function records(id: string, objects: string[]): Promise<void> {
  await (await connect()).setSubjectRecords({ id, objects });
  say('Set.');
}

async function restrict(id: string): Promise<void> {
  const { contributions } = await (await connect()).restrictSubject({ id });
  say(`${contributions} contributions are for your member alone now.`);
}

async function lift(id: string): Promise<void> {
  const { contributions } = await (await connect()).liftRestriction({ id });
  say(`${contributions} contributions have the labels again that they had.`);
}

async function erase(id: string, { yes = false }: { yes?: boolean }): Promise<void> {
  if (!yes) throw new Failure('invalid', 'Erasure cannot be undone: say --yes.');
  const { contributions } = await (await connect()).eraseSubject({ id });
  say(`${contributions} contributions erased.`);
}

async function answer(id: string, outcome: string, words: string): Promise<void> {
  await (await connect()).answerSubject({ id, outcome: oneOf(outcomes, outcome, 'outcome'), words });
  say('Noted.');
}
