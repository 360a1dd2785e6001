/**
 * Over the list of the United Nations of 2020: each alias of quality Good and each name in original script, typed in,
 * should find its entry first. Prints the shares and every miss; ENTENTE_DATA has the list.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { organisationExtensionId, personExtensionId } from '../../packages/core/src/extension/identifiers.ts';
import type { PersonContent } from '../../packages/core/src/extension/person.ts';
import { NameIndex } from '../../packages/core/src/names/index.ts';
import { namesIn } from '../../packages/core/src/search/mentions.ts';
import type { JsonObject } from '../../packages/core/src/stix/types.ts';
import { referenceOf } from '../../packages/core/src/unlist/entry.ts';
import { toStix } from '../../packages/core/src/unlist/stix.ts';
import { openUnList } from '../../packages/server/src/ingest/unlist/read.ts';

const list = join(process.env['ENTENTE_DATA'] ?? '../shared', 'data', 'un-consolidated-2020-11-30.xml');

interface Entry {
  reference: string;
  /** All that it is called, as the product has it. */
  names: string[];
  originals: string[];
  good: string[];
}

async function readEntries(): Promise<Entry[]> {
  const { header, entries } = await openUnList(createReadStream(list));
  const found: Entry[] = [];
  for await (const entry of entries) {
    const [identity] = toStix(entry, header);
    if (identity === undefined) continue;
    const extensions = identity['extensions'] as JsonObject;
    const details = extensions[personExtensionId] ?? extensions[organisationExtensionId];
    const { names = [] } = details as Pick<PersonContent, 'names'>;
    const called = (quality: string): string[] =>
      names.flatMap((name) => (name.quality === quality && name.full !== undefined ? [name.full] : []));
    found.push({
      reference: referenceOf(entry) ?? identity.id,
      names: namesIn(identity),
      originals: called('original'),
      good: called('good'),
    });
  }
  return found;
}

const entries = await readEntries();
const index = new NameIndex<string>();
for (const { reference, names } of entries) for (const name of names) index.add(reference, name);

/** Prints the share that finds its entry first, and each that does not. */
function check(what: string, asked: readonly (readonly [string, Entry])[]): void {
  const misses = asked.flatMap(([name, { reference }]) => {
    const [first] = index.lookUp(name, 5);
    return first?.item === reference ? [] : [[name, reference, first] as const];
  });
  process.stdout.write(
    `${what}: ${asked.length - misses.length} of ${asked.length} find their entry first\n`,
  );
  for (const [name, reference, first] of misses) {
    const instead = first === undefined ? 'nothing' : `${first.item} “${first.name}”`;
    process.stdout.write(`  ${reference} “${name}” finds ${instead}\n`);
  }
}

process.stdout.write(`${entries.length} entries, ${index.size} names\n`);
check(
  'aliases of quality Good',
  entries.flatMap((entry) => entry.good.map((name) => [name, entry] as const)),
);
check(
  'names in original script',
  entries.flatMap((entry) => entry.originals.map((name) => [name, entry] as const)),
);
