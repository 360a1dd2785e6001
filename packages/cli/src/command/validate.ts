/** `entente validate`: which MUST of STIX 2.1 is broken, and where. Asks no cell. */
import { Command } from 'commander';
import pc from 'picocolors';
import { Failure } from '@entente/core/failure';
import { parsePattern } from '@entente/core/stix/pattern/parse';
import type { Verdict } from '@entente/core/stix/types';
import { unpacked } from '@entente/server/ingest/stix/read';
import { exitCodes } from '../exit.ts';
import { bytesOf, lengthOf, textOf } from '../files.ts';
import { print, printJson, say } from '../output.ts';
import { unreadable, verdictsOn } from '../verdicts.ts';

interface ValidateOptions {
  patterns?: boolean;
  json?: boolean;
}

const longest = 384 * 1024 * 1024;

export function validateCommand(): Command {
  return new Command('validate')
    .summary('check STIX 2.1 files or patterns')
    .description(
      'Checks files with a bundle, one object or a list of objects, plain or gzip, against the MUSTs of STIX 2.1\n' +
        '(errors) and its SHOULDs (warnings). Objects of STIX 2.0 are judged by what they become. Ends with 1 where\n' +
        'anything is invalid.',
    )
    .argument('<file...>', 'files to check; - is standard input')
    .option('--patterns', 'the files hold STIX patterns, one a line')
    .option('--json', 'a line of JSON for each object, or for each pattern (patterns into a pipe always)')
    .addHelpText(
      'after',
      "\nExamples:\n  $ entente validate bundle.json\n  $ entente validate --json export.json.gz | jq 'select(.valid | not)'\n  $ entente validate --patterns rules.txt",
    )
    .action(validate);
}

async function validate(files: string[], { patterns = false, json = false }: ValidateOptions): Promise<void> {
  // Patterns are checked by scripts: into a pipe they are always told as JSON.
  const inJson = json || (patterns && !process.stdout.isTTY);
  const invalid = patterns ? await checkPatterns(files, inJson) : await checkFiles(files, json);
  if (invalid > 0) process.exitCode = exitCodes.refused;
}

async function checkFiles(files: readonly string[], json: boolean): Promise<number> {
  let [count, invalid, warned] = [0, 0, 0];
  for (const file of files) {
    for (const verdict of await verdictsOnFile(file)) {
      count += 1;
      if (!verdict.valid) invalid += 1;
      else if (verdict.warnings.length > 0) warned += 1;
      if (json) printJson(verdict);
      else printVerdict(file, verdict);
    }
  }
  if (!json) say(`${count} objects: ${invalid} invalid, ${warned} valid with warnings.`);
  return invalid;
}

async function verdictsOnFile(file: string): Promise<Iterable<Verdict>> {
  await lengthOf(file);
  let text: string;
  try {
    text = await textOf(unpacked(bytesOf(file)), longest);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'invalid') throw error;
    return [unreadable(error.message)];
  }
  try {
    return verdictsOn(JSON.parse(text));
  } catch (error) {
    return [unreadable(`is not JSON: ${(error as Error).message}`)];
  }
}

function printVerdict(file: string, { id, valid, errors, warnings }: Verdict): void {
  if (valid && warnings.length === 0) return;
  print(`${valid ? pc.yellow('warning') : pc.red('invalid')} ${id === '' ? file : id}`);
  const lines = [
    ...errors.map((one) => ({ ...one, sign: pc.red('✗') })),
    ...warnings.map((one) => ({ ...one, sign: pc.yellow('!') })),
  ];
  for (const { sign, path, message } of lines) print(`  ${sign} ${path === '' ? '' : `${path} `}${message}`);
}

async function checkPatterns(files: readonly string[], json: boolean): Promise<number> {
  let [count, invalid] = [0, 0];
  for (const file of files) {
    const lines = (await textOf(bytesOf(file), longest)).split(/\r?\n/);
    for (const [index, pattern] of lines.entries()) {
      if (pattern.trim() === '') continue;
      const verdict = parsePattern(pattern);
      const errors = verdict.valid ? [] : verdict.errors;
      count += 1;
      if (!verdict.valid) invalid += 1;
      if (json) printJson({ line: index + 1, valid: verdict.valid, errors });
      else {
        for (const { column, message } of errors) print(`${file}:${index + 1}:${column}: ${message}`);
      }
    }
  }
  if (!json) say(`${count} patterns: ${invalid} invalid.`);
  return invalid;
}
