import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@entente/core/failure';
import { isAlive, thisProcess } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** A held data folder. */
export interface FolderLock {
  release(): Promise<void>;
}

const beatEvery = 2_000;
/** A holder in another container or on another machine that gives no beat for so long is dead. */
const silenceOfTheDead = 20_000;
const attempts = 60;

/**
 * Takes the data folder for this process. Each process first publishes a claim, then looks for the claims of
 * others: of two, the later one sees the earlier, so never do both hold. Two that see each other withdraw
 * and try again. What a dead process left is swept away.
 *
 * @throws Failure `locked`, naming the process; then nothing in the folder was changed
 */
export async function lockFolder(dataFolder: string): Promise<FolderLock> {
  const folder = join(dataFolder, 'lock');
  await refuseIfHeld(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < attempts; attempt++) {
    const claim = await publish(folder);
    const others = await livingClaims(folder, claim.name);
    if (others.length === 0) return hold(folder, claim.name);
    await rm(join(folder, claim.name), { force: true });
    const holder = others.find((other) => other.held);
    if (holder) throw lockedBy(holder.identity);
    await sleep(20 + Math.random() * 150); // chance breaks the tie; no answer depends on it
  }
  throw new Failure('locked', `Too many processes are starting on ${dataFolder} at once.`);
}

interface Claim {
  readonly name: string;
  readonly identity: ProcessIdentity;
  readonly held: boolean;
}

async function refuseIfHeld(folder: string): Promise<void> {
  const holder = (await livingClaims(folder)).find((claim) => claim.held);
  if (holder) throw lockedBy(holder.identity);
}

function lockedBy({ pid, host }: ProcessIdentity): Failure {
  return new Failure(
    'locked',
    `The data folder is in use by process ${pid} on ${host}. Stop that one first.`,
  );
}

/** A claim appears under its name complete or not at all. */
async function publish(folder: string): Promise<{ name: string }> {
  const nonce = `${process.pid}-${randomBytes(6).toString('hex')}`;
  const draft = join(folder, `draft-${nonce}`);
  const file = await open(draft, 'wx', 0o600);
  await file.writeFile(`${JSON.stringify(thisProcess())}\n`);
  await file.close();
  await rename(draft, join(folder, `claim-${nonce}`));
  return { name: `claim-${nonce}` };
}

/** The claim stays in place and a second file marks it held: a renamed one could slip past a listing. */
async function hold(folder: string, name: string): Promise<FolderLock> {
  const claim = join(folder, name);
  const mark = join(folder, heldName(name));
  await writeFile(mark, '', { flag: 'wx', mode: 0o600 });
  const beat = setInterval(() => {
    const now = new Date();
    utimes(claim, now, now).catch(() => clearInterval(beat)); // the folder was removed: nothing to hold
  }, beatEvery);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      await rm(mark, { force: true });
      await rm(claim, { force: true });
    },
  };
}

const heldName = (claim: string): string => claim.replace(/^claim-/, 'held-');

async function livingClaims(folder: string, own?: string): Promise<Claim[]> {
  const names = await readdir(folder).catch(emptyIfMissing);
  const living: Claim[] = [];
  for (const name of names.filter((entry) => entry.startsWith('claim-') && entry !== own)) {
    const identity = await readClaim(join(folder, name));
    if (!identity) continue; // withdrawn meanwhile
    if (await lives(join(folder, name), identity)) {
      living.push({ name, identity, held: names.includes(heldName(name)) });
    } else {
      await rm(join(folder, heldName(name)), { force: true });
      await rm(join(folder, name), { force: true });
    }
  }
  return living;
}

async function readClaim(path: string): Promise<ProcessIdentity | undefined> {
  const text = await readFile(path, 'utf8').catch(undefinedIfMissing);
  return text === undefined ? undefined : (JSON.parse(text) as ProcessIdentity);
}

async function lives(path: string, identity: ProcessIdentity): Promise<boolean> {
  const state = isAlive(identity);
  if (state !== 'unknown') return state === 'alive';
  const before = await beatOf(path);
  for (let waited = 0; waited < silenceOfTheDead; waited += beatEvery) {
    await sleep(beatEvery);
    const now = await beatOf(path);
    if (now !== before) return now !== undefined;
  }
  return false;
}

async function beatOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(undefinedIfMissing))?.mtimeMs;
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

function emptyIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
