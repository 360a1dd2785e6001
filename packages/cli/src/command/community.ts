/** `entente community`: who is within what. */
import { Command } from 'commander';
import type { Client } from '@entente/contract/client';
import { idOf, namedIn, namesOf } from '../named.ts';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';

interface Asked {
  json?: boolean;
}

export function communityCommand(): Command {
  const command = new Command('community').summary('list and make communities, and keep their rosters');
  command
    .command('list')
    .summary('list the communities that your member is within')
    .option('--json', 'a line of JSON for each')
    .action(listCommunities);
  command
    .command('create')
    .summary('make a community with an empty roster (secretary)')
    .argument('<name>', 'its name')
    .option('--json', 'a line of JSON')
    .action(createCommunity);
  command
    .command('roster')
    .summary('list who stands on a roster')
    .argument('<community>', 'name or id')
    .option('--json', 'a line of JSON for each')
    .action(roster);
  command
    .command('enter')
    .summary('put a member or a community on a roster (secretary)')
    .argument('<community>', 'name or id')
    .argument('<entry>', 'name or id of a member or community')
    .option('--from-start', 'it may read what the community got before')
    .action(enter);
  command
    .command('leave')
    .summary('take an entry off a roster (secretary)')
    .argument('<community>', 'name or id')
    .argument('<entry>', 'name or id of a member or community')
    .action(leave);
  return command.addHelpText(
    'after',
    '\nA community that your member is not within is named by its id.\n\n' +
      'Examples:\n  $ entente community create Coalition\n' +
      '  $ entente community enter 43314c2f-5801-4af9-bd67-7b0fe525848c Sundland\n' +
      '  $ entente community roster Coalition',
  );
}

async function listCommunities({ json = false }: Asked): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('communities', {})) {
    if (json) printJson(one);
    rows.push([one.name, one.id]);
  }
  if (!json) printTable(['name', 'id'], rows);
}

async function createCommunity(name: string, { json = false }: Asked): Promise<void> {
  const client = await connect();
  const made = await client.createCommunity({ name });
  if (json) printJson(made);
  else print(made.id);
}

async function roster(community: string, { json = false }: Asked): Promise<void> {
  const client = await connect();
  const names = await namesOf(client, ['members', 'communities']);
  const rows: string[][] = [];
  const id = await idOf(client, 'communities', community);
  for await (const one of client.every('roster', { id })) {
    if (json) printJson(one);
    rows.push([names.get(one.entry) ?? '', one.kind, one.entry]);
  }
  if (!json) printTable(['name', 'kind', 'id'], rows);
}

async function enter(
  community: string,
  entry: string,
  { fromStart = false }: { fromStart?: boolean },
): Promise<void> {
  const client = await connect();
  const from = fromStart ? 'start' : 'now';
  await client.enterRoster({ ...(await placeOf(client, community, entry)), from });
  say(`${entry} stands on the roster of ${community}.`);
}

async function leave(community: string, entry: string): Promise<void> {
  const client = await connect();
  await client.leaveRoster(await placeOf(client, community, entry));
  say(`${entry} stands on the roster of ${community} no more.`);
}

async function placeOf(
  client: Client,
  community: string,
  entry: string,
): Promise<{ id: string; entry: string }> {
  const members = await namedIn(client, 'members', entry);
  const found = members ?? (await namedIn(client, 'communities', entry)) ?? entry;
  return { id: await idOf(client, 'communities', community), entry: found };
}
