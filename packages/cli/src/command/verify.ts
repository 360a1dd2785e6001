/** `entente verify`: whether the ledger that the cell shows is true, found out on one's own machine. */
import { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { audit, type Audit, type Evidence, type Kept } from '@entente/core/ledger/audit';
import { readCheckpoint } from '@entente/core/ledger/checkpoint';
import { readNote } from '@entente/core/ledger/note';
import { pageDigest } from '@entente/core/ledger/page';
import { Failure } from '@entente/core/failure';
import { makeClient } from '@entente/contract/client';
import { evidenceOf } from '@entente/contract/ledger-evidence';
import { exitCodes } from '../exit.ts';
import { ledgerFolder, readKept, writeKept } from '../ledger/keeping.ts';
import { languageOf, leftLine, reportLines } from '../ledger/report.ts';
import { evidenceFrom } from '../ledger/taken-away.ts';
import { print, printJson, say } from '../output.ts';
import { readProfile, type Profile } from '../profile.ts';

interface VerifyOptions {
  from?: string;
  against: string[];
  page: string[];
  key?: string;
  quick?: boolean;
  json?: boolean;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

export function verifyCommand(): Command {
  return new Command('verify')
    .summary('check for yourself that the ledger was neither cut nor rewritten')
    .description(
      'Trusts the hub’s key and what it kept from the last check, and nothing that the cell answers. Checks the\n' +
        'signature of the latest checkpoint, that the log grew out of the one that was kept, that your member’s own log is in\n' +
        'it, that every receipt that was kept is held, and, for auditors, that every leaf is of what the cell says. Keeps the\n' +
        'checkpoint where all is well. Says what is wrong in English, or in French by LANG. docs/ledger.md says what it proves.',
    )
    .option('--from <folder>', 'check what entente ledger export wrote, without a cell')
    .option('--against <file>', 'a checkpoint that another member was given; may be repeated', collect, [])
    .option('--page <file>', 'a page over TAXII that was kept: has it a record? may be repeated', collect, [])
    .option('--key <key>', 'the hub’s key as it was given by hand; it is kept')
    .option('--quick', 'pass over the leaves that were checked before')
    .option('--json', 'one line of JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente verify\n  $ entente verify --against checkpoint-of-france\n  $ LANG=fr_BE.UTF-8 entente verify --from ./evidence',
    )
    .action(verify);
}

async function verify(options: VerifyOptions): Promise<void> {
  const { evidence, folder } = await evidenceFor(options.from);
  const before = await readKept(folder);
  if (options.from !== undefined) await refuseOlder(evidence, before);
  const kept: Kept = options.key === undefined ? before : { ...before, key: options.key };
  const found = await audit(evidence, kept, {
    others: await Promise.all(options.against.map((file) => readFile(file, 'utf8'))),
    pages: await digestsOf(options.page),
    isQuick: options.quick === true,
    ...(options.from === undefined && { now: Date.now() * 1000 }),
  });
  if (options.json === true) printJson(told(found));
  else tell(found, folder, before.checkpoint === null && options.key === undefined);
  if (found.findings.length > 0) process.exitCode = exitCodes.untrue;
  else await writeKept(folder, found.kept);
}

async function evidenceFor(from: string | undefined): Promise<{ evidence: Evidence; folder: string }> {
  if (from === undefined) {
    const profile = await readProfile();
    return { evidence: await evidenceOver(profile), folder: ledgerFolder(profile.url) };
  }
  const url = await readProfile().then(
    (profile) => profile.url,
    () => 'files', // a machine that speaks to no cell
  );
  return { evidence: await evidenceFrom(from), folder: ledgerFolder(url) };
}

/** Files that were taken before what is kept say nothing of what came since: that is no fault of the cell. */
async function refuseOlder(evidence: Evidence, { checkpoint }: Kept): Promise<void> {
  const { checkpoint: taken } = await evidence.standing();
  if (checkpoint === null || sizeOf(taken) >= sizeOf(checkpoint)) return;
  throw new Failure('invalid', 'These files are older than what you kept: take newer ones from the cell.');
}

const sizeOf = (note: string): number => readCheckpoint(readNote(note)?.text ?? '')?.size ?? Infinity;

/** Evidence of a cell, with openings where the account is an auditor's. */
export async function evidenceOver(profile: Profile): Promise<Evidence> {
  const client = makeClient(profile);
  const { roles, narrow } = await client.me();
  return evidenceOf(client, roles.includes('auditor') && !narrow);
}

/** Pages as TAXII gave them, or objects a line each. */
async function digestsOf(files: readonly string[]): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const file of files) {
    const digest = pageDigest(objectsIn(await readFile(file, 'utf8'), file));
    if (digest === undefined) {
      throw new Failure(
        'invalid',
        `${file} has cyber-observables, whose versions the page does not tell: its digest cannot be made.`,
      );
    }
    digests.set(file, digest);
  }
  return digests;
}

function objectsIn(text: string, file: string): Record<string, unknown>[] {
  try {
    const whole = text.trimStart().startsWith('{"objects"') || text.includes('"objects":');
    if (whole) return (JSON.parse(text) as { objects: Record<string, unknown>[] }).objects;
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  } catch (error) {
    throw new Failure('invalid', `${file} is neither a page of TAXII nor objects, a line each.`, error);
  }
}

const told = ({ findings, member, topSize, at, log, receipts }: Audit): object => ({
  findings,
  member,
  topSize,
  at,
  log,
  receipts,
});

function tell(found: Audit, folder: string, isFirst: boolean): void {
  const language = languageOf(process.env);
  for (const line of reportLines(found, language, isFirst)) print(line);
  if (found.findings.length > 0) say(leftLine(folder, language));
}
