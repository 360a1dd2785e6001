/** `entente consent`: asking owners to let your member release further what it holds back, and answering as an owner. */
import { Command } from 'commander';
import type { Client } from '@entente/contract/client';
import type { AskedConsentBody, OwnerAnswerBody, ReceivedConsentBody } from '@entente/contract/consent';
import { Failure } from '@entente/core/failure';
import { labelHelp, lineOf, readLabel } from '../label-option.ts';
import { namesOf } from '../named.ts';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';

type Consent = AskedConsentBody | ReceivedConsentBody;
interface Json {
  json?: boolean;
}

export function consentCommand(): Command {
  const command = new Command('consent')
    .summary('consent of owners to release further what they own')
    .description(
      'What your member puts in of an object that it sees under the ownership of others is its own alone until all\n' +
        'of these owners consent, explicitly, by a date. Each may set conditions, and withdraw at any time.',
    );
  askingCommands(command);
  answeringCommands(command);
  return command.addHelpText(
    'after',
    '\nExamples:\n' +
      '  $ entente consent ask malware--… --label "Coalition, TLP:AMBER" --purpose "border checks" --by 2017-06-30T12:00:00Z\n' +
      '  $ entente consent list --received\n' +
      '  $ entente consent answer 7c9e… --consent --until 2017-12-31T00:00:00Z --without description',
  );
}

function askingCommands(command: Command): void {
  command
    .command('ask')
    .summary('ask the owners (release officer)')
    .argument('<object>', 'STIX id of what your member holds back')
    .requiredOption('--label <label>', labelHelp)
    .requiredOption('--purpose <words>', 'what it is for, in words')
    .requiredOption('--by <time>', 'by when all must have answered')
    .option('--version <time>', 'this version alone; every one that is held back without it')
    .option('--json', 'a line of JSON')
    .action(ask);
  command
    .command('held')
    .summary('list what your member put in of an object that others own')
    .argument('<object>', 'STIX id')
    .option('--json', 'a line of JSON for each')
    .action(held);
  command
    .command('list')
    .summary('list what your member asked, newest first')
    .option('--received', 'what your member is asked for instead')
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('show')
    .summary('show a request, with the answers that your member may know')
    .argument('<id>', 'id of the request')
    .option('--json', 'a line of JSON')
    .action(show);
  command
    .command('confirm')
    .summary('agree, as a second person, that the owners are asked (release officer)')
    .argument('<id>', 'id of the request')
    .action(confirm);
}

function answeringCommands(command: Command): void {
  command
    .command('answer')
    .summary('answer as an owner, for your part only (release officer)')
    .argument('<id>', 'id of the request')
    .option('--consent', 'consent, under the conditions that are given')
    .option('--refuse <words>', 'refuse, with the reason')
    .option('--words <words>', 'what you say to it')
    .option('--only <label>', 'a condition: who among those asked for may see it, as a label')
    .option('--until <time>', 'a condition: until when')
    .option('--without <selector...>', 'a condition: properties that stay with who asks')
    .action(answer);
  command
    .command('withdraw')
    .summary('withdraw your consent, or take back what you asked (release officer)')
    .argument('<id>', 'id of the request')
    .action(withdraw);
}

interface Asking extends Json {
  label: string;
  purpose: string;
  by: string;
  version?: string;
}

async function ask(object: string, { label, purpose, by, version, json = false }: Asking): Promise<void> {
  const client = await connect();
  const wanted = await readLabel(client, label);
  const asked = await client.askConsent({ object, version, label: wanted, purpose, by });
  if (json) return printJson(asked);
  const names = await namesOf(client);
  const owners = asked.owners.map(({ owner }) => names.get(owner) ?? owner).join(', ');
  say(
    asked.state === 'waits'
      ? `It waits for a second person of your member: entente consent confirm ${asked.id}`
      : `Asked: ${owners}, until ${asked.by}.`,
  );
  print(asked.id);
}

async function held(object: string, { json = false }: Json): Promise<void> {
  const client = await connect();
  const { items } = await client.heldContributions({ object });
  if (json) return items.forEach(printJson);
  const names = await namesOf(client);
  const rows = items.map(({ version, owners, released }) => [
    version ?? '-',
    owners.map((owner) => names.get(owner) ?? owner).join(', '),
    released ? 'released by consent' : 'held back',
  ]);
  printTable(['version', 'owners', 'state'], rows);
}

async function list({ received = false, json = false }: Json & { received?: boolean }): Promise<void> {
  const client = await connect();
  const names = await namesOf(client);
  const rows: string[][] = [];
  for await (const one of client.every(received ? 'receivedConsents' : 'askedConsents', {})) {
    const consent: Consent = one;
    if (json) printJson(consent);
    else
      rows.push([
        consent.by.slice(0, 19),
        consent.state,
        peopleOf(consent, names),
        consent.object,
        consent.id,
      ]);
  }
  if (!json) printTable(['by', 'state', received ? 'asked by' : 'owners', 'object', 'id'], rows);
}

const peopleOf = (consent: Consent, names: ReadonlyMap<string, string>): string => {
  const people = consent.role === 'owner' ? [consent.asker] : consent.owners.map(({ owner }) => owner);
  return people.map((id) => names.get(id) ?? id).join(', ');
};

async function show(id: string, { json = false }: Json): Promise<void> {
  const client = await connect();
  const consent = await client.consent({ id });
  if (json) return printJson(consent);
  const names = await namesOf(client);
  print(`${consent.object} ${consent.versions.join(' ')}`);
  print(`state:    ${consent.state}`);
  print(`asked:    ${consent.at}, to be answered by ${consent.by}`);
  print(`label:    ${await lineOf(client, consent.label)}`);
  print(`purpose:  ${consent.purpose}`);
  if (consent.role === 'owner') return showReceived(client, consent, names);
  for (const { owner, answer: said } of consent.owners)
    print(`${names.get(owner) ?? owner}: ${said === null ? 'no answer' : await answerLine(client, said)}`);
  if (consent.released !== null) print(`in force: ${await lineOf(client, consent.released)}`);
}

async function showReceived(
  client: Client,
  { asker, others, included, answer: said }: ReceivedConsentBody,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  print(`asked by: ${names.get(asker) ?? asker}`);
  if (others) print('Also to communities that you do not know: a condition can leave them out.');
  if (included) print('Your own label lets them all see what you put in of it already.');
  print(`answer:   ${said === null ? 'none yet' : await answerLine(client, said)}`);
}

async function answerLine(client: Client, answer: OwnerAnswerBody): Promise<string> {
  const { word, at, words, conditions, withdrawn } = answer;
  const { any, until, parts = [] } = conditions;
  const said = [
    `${word} at ${at}`,
    ...(any === undefined ? [] : [`only ${await lineOf(client, { any })}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(parts.length === 0 ? [] : [`without ${parts.join(', ')}`]),
    ...(words === undefined ? [] : [`“${words}”`]),
    ...(withdrawn === undefined ? [] : [`withdrawn at ${withdrawn}`]),
  ];
  return said.join('; ');
}

interface Answering {
  consent?: boolean;
  refuse?: string;
  words?: string;
  only?: string;
  until?: string;
  without?: string[];
}

async function answer(id: string, options: Answering): Promise<void> {
  const { consent = false, refuse, words, only, until, without } = options;
  if (consent === (refuse !== undefined))
    throw new Failure('invalid', 'Say --consent, or --refuse with words.');
  const client = await connect();
  if (refuse !== undefined) {
    await client.answerConsent({ id, word: 'refuse', words: refuse });
    return say('Refused.');
  }
  const any = only === undefined ? undefined : (await readLabel(client, only)).any;
  const conditions = { any, until, parts: without };
  await client.answerConsent({ id, word: 'consent', words, conditions });
  say('Consented. Withdraw it at any time with entente consent withdraw.');
}

async function confirm(id: string): Promise<void> {
  await (await connect()).confirmConsent({ id });
  say('The owners are asked.');
}

async function withdraw(id: string): Promise<void> {
  await (await connect()).withdrawConsent({ id });
  say('Withdrawn.');
}
