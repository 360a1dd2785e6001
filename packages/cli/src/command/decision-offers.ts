/** What a member offers for release to the public by decision, at the command line. */
import type { Command } from 'commander';
import { namesOf } from '../named.ts';
import { printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';

export function addOfferCommands(command: Command): void {
  command
    .command('offer')
    .summary('offer an object of your own for release to the public by decision (release officer)')
    .description(
      'Nobody gives away what another put in: a decision releases an object of yours only while you offer it. What is\n' +
        'offered is what is there now; after a new version or another label, offer it again.',
    )
    .argument('<object>', 'STIX id')
    .option('--end', 'take the offer back: what is not adopted yet is then not released')
    .action(offer);
  command
    .command('offers')
    .summary('list what your member offers; of all members to the secretary')
    .option('--json', 'a line of JSON for each')
    .action(offers);
}

async function offer(id: string, { end = false }: { end?: boolean }): Promise<void> {
  const client = await connect();
  if (end) await client.takeOfferBack({ id });
  else await client.offerToPublic({ id });
  say(end ? 'The offer is taken back.' : 'Offered, as it is now: a decision may release it to the public.');
}

async function offers({ json = false }: { json?: boolean }): Promise<void> {
  const client = await connect();
  const names = json ? new Map<string, string>() : await namesOf(client);
  const rows: string[][] = [];
  for await (const one of client.every('publicOffers', {})) {
    if (json) printJson(one);
    rows.push([one.at.slice(0, 19), names.get(one.contributor) ?? one.contributor, one.object]);
  }
  if (!json) printTable(['since (UTC)', 'member', 'object'], rows);
}
