/** Secrets that a person types, or that a file holds; never arguments, which other processes can read. */
import { isCancel, password } from '@clack/prompts';
import { readFile } from 'node:fs/promises';
import { Failure } from '@entente/core/failure';

/** The first line of a file, or what is typed at the terminal. */
export async function readSecret(file: string | undefined, message: string): Promise<string> {
  if (file !== undefined) return firstLine(file);
  if (!process.stdin.isTTY) throw new Failure('invalid', `${message} is wanted: name a file that holds it.`);
  const typed = await password({ message, output: process.stderr });
  if (isCancel(typed)) throw new Failure('invalid', 'Nothing was done.');
  return typed;
}

async function firstLine(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Failure('invalid', `${file} cannot be read: ${error.message}.`, error);
  });
  return text.split(/\r?\n/)[0] ?? '';
}
