/** `entente token`: what machines sign in with. */
import { Command } from 'commander';
import { scopes } from '@entente/contract/session';
import { Failure } from '@entente/core/failure';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';

interface Asked {
  account?: string;
  json?: boolean;
}

export function tokenCommand(): Command {
  const command = new Command('token').summary('list, make and revoke tokens');
  command
    .command('list')
    .summary('list your tokens')
    .option('--account <id>', 'those of an account of your member (administrator)')
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('create')
    .summary('make a token; it is shown once')
    .description(
      'Makes a token. Of a person only the person makes one, signed in: `entente login` one for this machine, the ' +
        'page Account in the browser any other. An administrator makes those of services.',
    )
    .argument('<name>', 'what it is called in the list')
    .requiredOption('--purpose <text>', 'what it is for; every act by it records this')
    .option('--account <id>', 'a service of your member (administrator)')
    .option('--scopes <list>', `of ${scopes.join(',')}`, 'read')
    .option('--days <number>', 'how long it is good, 1 to 366', '90')
    .option('--json', 'a line of JSON')
    .action(create);
  command
    .command('rotate')
    .summary('make a second token like one, which stays good for a while')
    .argument('<id>', 'id of the token')
    .option('--overlap <hours>', 'how long the first one stays good', '24')
    .action(rotate);
  command
    .command('revoke')
    .summary('revoke a token at once')
    .argument('<id>', 'id of the token')
    .action(revoke);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente token list\n  $ entente token create feed --account 51d6… --purpose "National platform" --scopes read',
  );
}

async function list({ account, json = false }: Asked): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('tokens', account === undefined ? {} : { account })) {
    if (json) printJson(one);
    const state = one.revokedAt === null ? one.expiresAt.slice(0, 10) : 'revoked';
    rows.push([
      one.name,
      `${one.prefix}…`,
      one.scopes.join(','),
      state,
      one.lastUsedAt?.slice(0, 10) ?? '',
      one.id,
    ]);
  }
  if (!json) printTable(['name', 'begins', 'scopes', 'until', 'last used', 'id'], rows);
}

type Creating = Asked & { purpose: string; scopes: string; days: string };

async function create(
  name: string,
  { account, purpose, scopes: asked, days, json }: Creating,
): Promise<void> {
  const words = asked.split(',').map((word) => word.trim());
  const known = scopes.filter((scope) => words.includes(scope));
  if (known.length !== words.length) throw new Failure('invalid', `Scopes are ${scopes.join(', ')}.`);
  const client = await connect();
  const whose = account === undefined ? {} : { account };
  const made = await client.createToken({ ...whose, name, purpose, scopes: known, days: Number(days) });
  tell(made, json === true);
}

async function rotate(id: string, { overlap }: { overlap: string }): Promise<void> {
  const client = await connect();
  tell(await client.rotateToken({ id, overlapHours: Number(overlap) }), false);
}

function tell(
  { token, secret }: { token: { id: string; expiresAt: string }; secret: string },
  json: boolean,
): void {
  if (json) return printJson({ id: token.id, secret, expiresAt: token.expiresAt });
  print(secret);
  say(`Shown this once. Token ${token.id}, good until ${token.expiresAt}.`);
}

async function revoke(id: string): Promise<void> {
  const client = await connect();
  await client.revokeToken({ id });
  say('Revoked.');
}
