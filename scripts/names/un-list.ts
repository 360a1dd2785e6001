/**
 * Over the list of the United Nations of 2020: each alias of quality Good and each name in original script, typed in,
 * should find its entry first. Prints the shares and every miss; ENTENTE_DATA has the list.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NameIndex } from '../../packages/core/src/names/index.ts';

const list = join(process.env['ENTENTE_DATA'] ?? '../shared', 'data', 'un-consolidated-2020-11-30.xml');

interface Entry {
  reference: string;
  primary: string;
  originals: string[];
  aliases: { name: string; isGood: boolean }[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();

function textsOf(block: string, tag: string): string[] {
  const found = block.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'));
  return [...found].map(([, text = '']) => plain(text)).filter((text) => text !== '');
}

function entryOf(block: string): Entry {
  const parts = ['FIRST', 'SECOND', 'THIRD', 'FOURTH'].flatMap((which) => textsOf(block, `${which}_NAME`));
  const aliases = [...block.matchAll(/<(?:INDIVIDUAL|ENTITY)_ALIAS>(.*?)<\/(?:INDIVIDUAL|ENTITY)_ALIAS>/gs)];
  return {
    reference: textsOf(block, 'REFERENCE_NUMBER')[0] ?? '',
    primary: parts.filter((part) => !/^n\/?a$/i.test(part)).join(' '),
    originals: textsOf(block, 'NAME_ORIGINAL_SCRIPT'),
    aliases: aliases.flatMap(([, alias = '']) =>
      textsOf(alias, 'ALIAS_NAME').map((name) => ({
        name,
        isGood: textsOf(alias, 'QUALITY')[0]?.toLowerCase() === 'good',
      })),
    ),
  };
}

const text = readFileSync(list, 'utf8');
const entries = [...text.matchAll(/<(INDIVIDUAL|ENTITY)>.*?<\/\1>/gs)].map(([block]) => entryOf(block));
const index = new NameIndex<string>();
for (const { reference, primary, originals, aliases } of entries) {
  const names = new Set([primary, ...originals, ...aliases.map(({ name }) => name)]);
  for (const name of names) index.add(reference, name);
}

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
  entries.flatMap((entry) =>
    entry.aliases.filter(({ isGood }) => isGood).map(({ name }) => [name, entry] as const),
  ),
);
check(
  'names in original script',
  entries.flatMap((entry) => entry.originals.map((name) => [name, entry] as const)),
);
