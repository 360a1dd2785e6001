/** `entente account`: the persons and services of your member. */
import { Command, Option } from 'commander';
import { roles } from '@entente/contract/account';
import type { Client } from '@entente/contract/client';
import { Failure } from '@entente/core/failure';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';

type Role = (typeof roles)[number];

export function accountCommand(): Command {
  const command = new Command('account').summary('list, make and change the accounts of your member');
  command
    .command('list')
    .summary('list the accounts (administrator)')
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('create')
    .summary('make an account; a person gets a one-time link (administrator)')
    .argument('<login>', 'the name before the @')
    .requiredOption('--roles <list>', `of ${roles.join(', ')}`)
    .option('--name <name>', 'who it is; the login without it')
    .addOption(new Option('--kind <kind>', 'what it is').choices(['person', 'service']).default('person'))
    .option('--json', 'a line of JSON')
    .action(create);
  command
    .command('change')
    .summary('change roles, or disable an account (administrator)')
    .argument('<login>', 'login or id')
    .option('--roles <list>', 'these in place of those that it has')
    .option('--disable', 'end its sessions and tokens, and let it in no more')
    .option('--enable', 'let it in again')
    .action(change);
  command
    .command('reset')
    .summary('take the password away and give a new one-time link (administrator)')
    .argument('<login>', 'login or id')
    .action(reset);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente account create ivo --name "Ivo Dal" --roles analyst,release-officer\n  $ entente account create feed --kind service --roles integrator',
  );
}

async function list({ json = false }: { json?: boolean }): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('accounts', {})) {
    if (json) printJson(one);
    rows.push([
      one.login,
      one.name,
      one.kind,
      one.roles.join(', '),
      one.disabledAt === null ? '' : 'disabled',
      one.id,
    ]);
  }
  if (!json) printTable(['login', 'name', 'kind', 'roles', '', 'id'], rows);
}

interface Creating {
  roles: string;
  name?: string;
  kind: 'person' | 'service';
  json?: boolean;
}

async function create(
  login: string,
  { roles: asked, name = login, kind, json = false }: Creating,
): Promise<void> {
  const client = await connect();
  const made = await client.createAccount({ login, name, kind, roles: rolesIn(asked) });
  if (json) return printJson(made);
  print(made.link?.link ?? made.account.id);
  say(
    made.link === null
      ? `${made.account.login} is made. It gets tokens: entente token create … --account ${made.account.id}`
      : `${made.account.login} is made. This link sets its password, good once, until ${made.link.expiresAt}.`,
  );
}

interface Changing {
  roles?: string;
  disable?: boolean;
  enable?: boolean;
}

async function change(
  login: string,
  { roles: asked, disable = false, enable = false }: Changing,
): Promise<void> {
  const client = await connect();
  const { login: whole } = await client.changeAccount({
    id: await idOf(client, login),
    ...(asked === undefined ? {} : { roles: rolesIn(asked) }),
    ...(disable || enable ? { disabled: disable } : {}),
  });
  say(`${whole} is changed. Tokens that it has reach no further than they did: sign in again for more.`);
}

async function reset(login: string): Promise<void> {
  const client = await connect();
  const { link, expiresAt } = await client.resetAccount({ id: await idOf(client, login) });
  print(link);
  say(`Good once, until ${expiresAt}.`);
}

function rolesIn(text: string): Role[] {
  const words = text.split(',').map((word) => word.trim());
  const known = roles.filter((role) => words.includes(role));
  if (known.length !== words.length) throw new Failure('invalid', `Roles are ${roles.join(', ')}.`);
  return known;
}

async function idOf(client: Client, text: string): Promise<string> {
  for await (const { id, login } of client.every('accounts', {})) {
    if (id === text || login === text || login.startsWith(`${text}@`)) return id;
  }
  throw new Failure('not-found', `There is no account ${text}.`);
}
