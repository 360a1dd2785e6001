/** The evidence of a check as files of a folder: taken from a cell, and checked where there is none. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCheckpoint } from '@entente/core/ledger/checkpoint';
import type { Evidence, Kept } from '@entente/core/ledger/audit';
import { readKey } from '@entente/core/ledger/note';
import type { Standing } from '@entente/core/ledger/standing';
import type { OpenedLeaf } from '@entente/core/ledger/walk';
import { Failure } from '@entente/core/failure';

const files = {
  key: 'key',
  checkpoint: 'checkpoint',
  standing: 'standing.json',
  consistency: 'consistency.json',
  leaves: 'leaves',
  openings: 'openings.jsonl',
} as const;

interface Proof {
  first: number;
  second: number;
  path: readonly string[];
}

/**
 * Writes everything that a check of one's own log needs into a folder.
 * @param kept what was kept: the files prove that the top log grew out of it
 * @returns the size of one's own log
 */
export async function takeAway(folder: string, evidence: Evidence, kept: Kept): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const write = (name: keyof typeof files, text: string): Promise<void> =>
    writeFile(join(folder, files[name]), text, { mode: 0o600 });
  const key = await evidence.key();
  const standing = await evidence.standing();
  await write('key', `${key}\n`);
  await write('checkpoint', standing.checkpoint);
  await write('standing', `${JSON.stringify(standing, null, 2)}\n`);
  await write('consistency', `${JSON.stringify(await proofSince(evidence, kept, key, standing), null, 2)}\n`);
  await write('leaves', (await everyLeaf(evidence, standing.size)).map((leaf) => `${leaf}\n`).join(''));
  if (evidence.openings === undefined) return standing.size;
  const openings: OpenedLeaf[] = [];
  for (
    let page = await evidence.openings(0);
    page.length > 0;
    page = await evidence.openings(openings.length)
  ) {
    openings.push(...page);
    if (openings.length >= standing.size) break;
  }
  await write(
    'openings',
    openings
      .slice(0, standing.size)
      .map((one) => `${JSON.stringify(one)}\n`)
      .join(''),
  );
  return standing.size;
}

async function everyLeaf(evidence: Evidence, size: number): Promise<string[]> {
  const leaves: string[] = [];
  while (leaves.length < size) {
    const page = await evidence.leaves(leaves.length);
    if (page.length === 0) break;
    leaves.push(...page);
  }
  return leaves.slice(0, size);
}

/** From the checkpoint that was kept; from nothing where none was, or it is no part of this log. */
async function proofSince(
  evidence: Evidence,
  kept: Kept,
  keyText: string,
  { checkpoint }: Standing,
): Promise<Proof> {
  const key = readKey(keyText);
  const open = (note: string | null) =>
    key === undefined || note === null ? undefined : openCheckpoint(note, key);
  const [first, second] = [open(kept.checkpoint)?.size ?? 0, open(checkpoint)?.size ?? 0];
  if (first === 0 || first >= second) return { first, second, path: [] };
  return { first, second, path: await evidence.consistency(first, second) };
}

/** Evidence out of a folder. */
export async function evidenceFrom(folder: string): Promise<Evidence> {
  const text = (name: keyof typeof files): Promise<string> => readFile(join(folder, files[name]), 'utf8');
  const openings = await text('openings').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined; // who took it away is no auditor
    throw error;
  });
  return {
    key: async () => (await text('key')).trim(),
    standing: async () => parsed<Standing>(await text('standing'), files.standing),
    consistency: async (first, second) => {
      const proof = parsed<Proof>(await text('consistency'), files.consistency);
      if (proof.first === first && proof.second === second) return proof.path;
      throw new Failure(
        'not-found',
        `these files prove growth from ${proof.first} leaves to ${proof.second} alone, not from ${first} to ${second}`,
      );
    },
    leaves: async (from) => (await text('leaves')).split('\n').slice(from, -1),
    ...(openings !== undefined && {
      openings: (from: number) =>
        Promise.resolve(
          openings
            .split('\n')
            .slice(from, -1)
            .map((line) => parsed<OpenedLeaf>(line, files.openings)),
        ),
    }),
  };
}

function parsed<Shape>(text: string, file: string): Shape {
  try {
    return JSON.parse(text) as Shape;
  } catch (error) {
    throw new Failure('invalid', `${file} is no JSON.`, error);
  }
}
