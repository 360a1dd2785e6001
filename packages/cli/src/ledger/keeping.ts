/**
 * What the command line keeps of a cell's ledger, in a folder beside the profile: the last checkpoint that was found
 * good, and every receipt that an act was answered with.
 */
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nothingKept, type Kept } from '@entente/core/ledger/audit';
import { receiptHeader } from '@entente/contract/ledger';
import { Failure } from '@entente/core/failure';
import { say } from '../output.ts';
import { settingsFolder } from '../settings-folder.ts';
import { replaceFile, textIfThere } from '../files.ts';

/** The folder of a cell. @param url its address, or another word for where it is */
export const ledgerFolder = (url: string): string =>
  join(settingsFolder(), 'ledger', url.replaceAll(/[^\w.-]+/g, '_'));

const keptFile = (folder: string): string => join(folder, 'kept.json');
const receiptFile = (folder: string): string => join(folder, 'receipts');

/** What was kept, with the receipts that came since. @throws Failure `invalid` where it cannot be read */
export async function readKept(folder: string): Promise<Kept> {
  const text = await textIfThere(keptFile(folder));
  const kept = text === undefined ? nothingKept : parsed(text, keptFile(folder));
  const known = new Set(kept.receipts.map(({ note }) => note));
  const lines = ((await textIfThere(receiptFile(folder))) ?? '').split('\n').filter((line) => line !== '');
  const notes = new Set(lines.map((line) => Buffer.from(line, 'base64').toString()));
  const news = [...notes].filter((note) => !known.has(note)).map((note) => ({ note, place: null }));
  return { ...kept, receipts: [...kept.receipts, ...news] };
}

/** Keeps what a check found good; the file is replaced as a whole. */
export async function writeKept(folder: string, kept: Kept): Promise<void> {
  await replaceFile(keptFile(folder), `${JSON.stringify(kept, null, 2)}\n`);
}

/**
 * Keeps the receipts that an answer of a cell came with. Where they cannot be kept, that is said: what was done is done.
 * @param header as `entente-receipt` has it
 */
export async function keepReceipts(url: string, header: string | null | undefined): Promise<void> {
  const coded = (header ?? '').split(',').map((one) => one.trim());
  const lines = coded.filter((one) => one !== '').map((one) => `${one}\n`);
  if (lines.length === 0) return;
  const folder = ledgerFolder(url);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await appendFile(receiptFile(folder), lines.join(''), { mode: 0o600 });
  } catch (error) {
    say(`The receipt could not be kept in ${folder}: ${(error as Error).message}.`);
  }
}

/** A fetch that keeps the receipts in answers. */
export const fetchKeeping =
  (url: string): typeof fetch =>
  async (...asked) => {
    const response = await fetch(...asked);
    await keepReceipts(url, response.headers.get(receiptHeader));
    return response;
  };

function parsed(text: string, file: string): Kept {
  try {
    return JSON.parse(text) as Kept;
  } catch (error) {
    throw new Failure('invalid', `What was kept in ${file} cannot be read.`, error);
  }
}
