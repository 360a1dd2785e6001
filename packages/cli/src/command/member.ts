/** `entente member`: who belongs to the coalition. */
import { Command, Option } from 'commander';
import { idOf } from '../named.ts';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';

interface Asked {
  json?: boolean;
}

export function memberCommand(): Command {
  const command = new Command('member').summary('list, admit, invite members, and have them leave');
  command
    .command('list')
    .summary('list the members')
    .option('--json', 'a line of JSON for each')
    .action(listMembers);
  command
    .command('admit')
    .summary('admit a member (secretary)')
    .argument('<name>', 'its name')
    .addOption(
      new Option('--kind <kind>', 'what it is').choices(['nation', 'organisation']).default('nation'),
    )
    .option('--identity <id>', 'its STIX identity; made without it')
    .option('--json', 'a line of JSON')
    .action(admit);
  command
    .command('invite')
    .summary('make the one-time link for the first account of a member (secretary)')
    .argument('<member>', 'name or id')
    .requiredOption('--realm <realm>', 'what stands behind the @ in its logins, as norland.example')
    .action(invite);
  command
    .command('depart')
    .summary('have a member leave: it loses everything at once (secretary)')
    .argument('<member>', 'name or id')
    .action(depart);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente member admit Sundland\n  $ entente member invite Sundland --realm sundland.example',
  );
}

async function listMembers({ json = false }: Asked): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('members', {})) {
    if (json) printJson(one);
    rows.push([one.name, one.kind, standingOf(one), one.id]);
  }
  if (!json) printTable(['name', 'kind', '', 'id'], rows);
}

/** What there is to say of a member besides its name. */
function standingOf(one: {
  departed: boolean;
  suspended: boolean;
  standing: string;
  supervises: boolean;
}): string {
  if (one.departed) return 'left';
  if (one.suspended) return 'suspended';
  if (one.supervises) return 'supervisor';
  return one.standing === 'observer' ? 'observer' : '';
}

type Admitting = Asked & { kind: 'nation' | 'organisation'; identity?: string };

async function admit(name: string, { kind, identity, json = false }: Admitting): Promise<void> {
  const client = await connect();
  const made = await client.admitMember({ name, kind, ...(identity === undefined ? {} : { identity }) });
  if (json) printJson(made);
  else print(made.id);
}

async function invite(member: string, { realm }: { realm: string }): Promise<void> {
  const client = await connect();
  const { link, expiresAt } = await client.inviteMember({ id: await idOf(client, 'members', member), realm });
  print(link);
  say(`Good once, until ${expiresAt}.`);
}

async function depart(member: string): Promise<void> {
  const client = await connect();
  await client.departMember({ id: await idOf(client, 'members', member) });
  say(`${member} has left.`);
}
