/** `entente search`, `entente show`: what your view has. */
import { Command } from 'commander';
import type { ObjectEntry } from '@entente/contract/object';
import { namesOf } from '../named.ts';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';
import { safeText } from '../safe-text.ts';
import { titleOf } from '../title.ts';

interface SearchOptions {
  type?: string;
  since?: string;
  before?: string;
  limit: string;
  json?: boolean;
}

export function searchCommand(): Command {
  return new Command('search')
    .summary('find objects in your view')
    .description('Finds objects by words in any language, types and dates; the newest version first.')
    .argument('[words...]', 'words, all of which must be found; the last may be a beginning')
    .option('--type <types>', 'STIX types, separated by commas')
    .option('--since <time>', 'versions from this time on, as 2017-05-25T00:00:00Z')
    .option('--before <time>', 'versions before this time')
    .option('--limit <number>', 'how many at most', '50')
    .option('--json', 'a line of JSON for each object')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente search nightjar\n  $ entente search --type identity,report --since 2017-01-01T00:00:00Z',
    )
    .action(search);
}

async function search(words: string[], { limit, json = false, ...filter }: SearchOptions): Promise<void> {
  const client = await connect();
  const most = Number(limit);
  const q = words.length === 0 ? {} : { q: words.join(' ') };
  const rows: string[][] = [];
  let found = 0;
  for await (const entry of client.every('search', { ...q, ...filter, limit: Math.min(most, 1000) })) {
    if (json) printJson(entry);
    else rows.push(rowOf(entry));
    found += 1;
    if (found >= most) break;
  }
  if (json) return;
  if (rows.length > 0) printTable(['type', 'what', 'version', 'id'], rows);
  say(found >= most ? `The first ${found}; --limit shows more.` : `${found} found.`);
}

const rowOf = ({ object, version }: ObjectEntry): string[] => [
  object.type,
  titleOf(object),
  (version ?? '').slice(0, 10),
  object.id,
];

interface ShowOptions {
  versions?: boolean;
  claims?: boolean;
  json?: boolean;
}

export function showCommand(): Command {
  return new Command('show')
    .summary('show an object as your view has it')
    .argument('<id>', 'STIX id of the object')
    .option('--versions', 'every version, the newest first')
    .option('--claims', 'what each member says of it, side by side')
    .option('--json', 'a line of JSON for each version')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente show malware--31b940d4-6f7f-459a-80ea-9c1f17b5891b\n  $ entente show --claims identity--…',
    )
    .action(show);
}

async function show(
  id: string,
  { versions = false, claims = false, json = false }: ShowOptions,
): Promise<void> {
  const client = await connect();
  const names = json ? new Map<string, string>() : await namesOf(client);
  const tell = (entry: ObjectEntry): void => (json ? printJson(entry) : printEntry(entry, names));
  if (!versions && !claims) return tell(await client.object({ id }));
  const entries = versions
    ? client.every('objectVersions', { id })
    : client.every('objectClaims', { id, opened: 'true' });
  for await (const entry of entries) tell(entry);
}

function printEntry(entry: ObjectEntry, names: ReadonlyMap<string, string>): void {
  const { contributor, added } = entry;
  const from =
    contributor === null ? 'told by the hub' : `contributed by ${names.get(contributor) ?? contributor}`;
  say(`${safeText(from)}, in your view since ${added ?? 'this moment'}`);
  print(JSON.stringify(entry.object, null, 2));
}
