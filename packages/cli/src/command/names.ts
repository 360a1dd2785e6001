/** `entente names`: whether names are those of one person or organisation, by the names alone. Asks no cell. */
import { Command } from 'commander';
import pc from 'picocolors';
import { Failure } from '@entente/core/failure';
import { compareNames, type NameComparison } from '@entente/core/names/compare';
import { linesOf } from '../lines.ts';
import { print, printJson } from '../output.ts';

interface CompareOptions {
  explain?: boolean;
  json?: boolean;
}

export function namesCommand(): Command {
  const names = new Command('names')
    .summary('compare names across scripts and spellings')
    .description('Compares names in any script. Nothing is sent anywhere: no cell is asked.');
  names
    .command('compare')
    .summary('a probability for each pair of names')
    .description(
      'Reads lines with two names and a tab between them from standard input, and prints for each line the\n' +
        'probability that they are names of one person, or of one organisation where a word tells that (LLC, front,\n' +
        'bank, in any of eight languages). A name is never proof: it stays below one.',
    )
    .option('--explain', 'say beside it which parts match, what stands alone, and what tells how much')
    .option('--json', 'a line of JSON for each pair, with all of the evidence')
    .addHelpText(
      'after',
      "\nExamples:\n  $ printf 'Yusuf Haddad\\tيوسف حداد\\n' | entente names compare\n  $ entente names compare --explain < pairs.tsv",
    )
    .action(compare);
  return names;
}

async function compare({ explain = false, json = false }: CompareOptions): Promise<void> {
  let number = 0;
  for await (const line of linesOf(process.stdin)) {
    number += 1;
    if (line === '') continue;
    const [left, right] = namesIn(line, number);
    const found = compareNames(left, right);
    if (json) printJson({ left, right, ...found });
    else print(explain ? `${chance(found)}\t${explained(found)}` : chance(found));
  }
}

function namesIn(line: string, number: number): [string, string] {
  const [left, right] = line.split('\t');
  if (left === undefined || right === undefined) {
    throw new Failure('invalid', `Line ${number}: two names with a tab between them are wanted.`);
  }
  return [left, right];
}

const chance = ({ probability }: NameComparison): string => probability.toFixed(4);

/** One line: what matches and how, what stands alone, and the bits that each measure adds to the odds. */
function explained({ parts, leftAlone, rightAlone, evidence }: NameComparison): string {
  const alone = [...leftAlone.map((text) => `${text} | –`), ...rightAlone.map((text) => `– | ${text}`)];
  const matching = parts.map(
    ({ left, right, how, likeness, bits }) =>
      `${left} | ${right} (${how.replace('-', ' ')}${how === 'sound' ? ` ${likeness.toFixed(2)}` : ''}, ${bits.toFixed(1)} bits)`,
  );
  const weighed = Object.entries(evidence).map(([measure, bits]) => `${measure} ${signed(bits)}`);
  return [...matching, ...alone, pc.dim(weighed.join(' '))].join('; ');
}

const signed = (bits: number): string => `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`;
