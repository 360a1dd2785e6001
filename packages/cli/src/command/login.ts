/** `entente login`: signs in, makes a token, and keeps it in a profile. */
import { isCancel, text } from '@clack/prompts';
import { Command } from 'commander';
import { hostname } from 'node:os';
import { makeClient } from '@entente/contract/client';
import { scopes } from '@entente/contract/session';
import { Failure } from '@entente/core/failure';
import { say } from '../output.ts';
import { keepProfile } from '../profile.ts';
import { readSecret } from '../secret-input.ts';

interface LoginOptions {
  url?: string;
  login?: string;
  link?: string;
  name?: string;
  passwordFile?: string;
  code?: string;
  purpose: string;
  days: string;
}

export function loginCommand(): Command {
  return new Command('login')
    .summary('sign in and keep a token for the other commands')
    .description(
      'Signs in with login and password, makes a token, and keeps it in a profile that only you can read. With a\n' +
        'one-time link it sets the password first, or makes the first account of a member.',
    )
    .option('--url <address>', 'the cell (ENTENTE_URL, or that of the link)')
    .option('--login <name>', 'as analyst@norland.example')
    .option('--link <link>', 'a one-time link: redeem it first')
    .option('--name <name>', 'your name, where the link makes an account')
    .option('--password-file <file>', 'its first line is the password')
    .option('--code <code>', 'the one-time code, where the account has one')
    .option('--purpose <text>', 'what the token is for', 'Command line')
    .option('--days <number>', 'how long it is good', '30')
    .addHelpText(
      'after',
      "\nExamples:\n  $ entente login --link 'http://127.0.0.1:8017/welcome#…' --login anna --name 'Anna Berg'\n  $ entente login --url https://cell.example.org --login anna@norland.example",
    )
    .action(login);
}

async function login(options: LoginOptions): Promise<void> {
  const url = addressOf(options);
  const name = options.login ?? (await ask('Login'));
  const secret = await readSecret(options.passwordFile, 'Password');
  const whole = options.link === undefined ? name : await redeem(url, options, name, secret);
  const cookies = new Map<string, string>();
  const client = makeClient({ url, fetch: keepingCookies(cookies) });
  const { purpose, code } = options;
  const answer = await client.signIn({ login: whole, password: secret, purpose, code });
  if (answer.outcome === 'code-required') {
    throw new Failure('unauthenticated', 'This account has one-time codes: give one with --code.');
  }
  const given = await client.me();
  const made = await client.createToken({
    name: `Command line on ${hostname()}`.slice(0, 100),
    scopes: scopes.filter((scope) => given.scopes.includes(scope)),
    purpose,
    days: Number(options.days),
  });
  await client.signOut();
  const file = await keepProfile({ url, token: made.secret, login: answer.account.login });
  say(
    `Signed in as ${answer.account.login}. The token is good until ${made.token.expiresAt}; it is in ${file}.`,
  );
}

function addressOf({ url = process.env['ENTENTE_URL'], link }: LoginOptions): string {
  const found = url ?? link?.replace(/\/welcome#.*$/, '');
  if (found !== undefined && URL.canParse(found)) return found;
  throw new Failure('invalid', 'Say which cell with --url.');
}

/** Redeems a one-time link; gives the whole login. */
async function redeem(
  url: string,
  { link = '', name = '' }: LoginOptions,
  login: string,
  password: string,
): Promise<string> {
  const client = makeClient({ url });
  const secret = link.slice(link.indexOf('#') + 1);
  const found = await client.findLink({ secret });
  const first = found.login === null ? { login, name: name === '' ? login : name } : {};
  const { account, recoveryCode } = await client.redeemLink({ secret, password, ...first });
  say(`The account ${account.login} of ${found.memberName} is yours.`);
  if (recoveryCode !== null) {
    say(
      `The recovery code of ${found.memberName}, shown this once. Keep it where no computer is:\n  ${recoveryCode}`,
    );
  }
  return account.login;
}

async function ask(message: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Failure('invalid', `Give --${message.toLowerCase()}.`);
  const typed = await text({ message, output: process.stderr });
  if (isCancel(typed)) throw new Failure('invalid', 'Nothing was done.');
  return typed;
}

/** The session is a cookie, which lasts until the token is made. */
function keepingCookies(cookies: Map<string, string>): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(input, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}
