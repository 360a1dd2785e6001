/** Secrets that a person types, or that a file holds; never arguments, which other processes can read. */
import { isCancel, password } from '@clack/prompts';
import { readFile } from 'node:fs/promises';
import { Failure } from '@entente/core/failure';

/**
 * The first line of a file, or what is typed at the terminal.
 * @param file what the option `--password-file` or `--passphrase-file` names
 * @param message what is wanted, `Password` or `Passphrase`
 */
export async function readSecret(
  file: string | undefined,
  message: 'Password' | 'Passphrase',
): Promise<string> {
  if (file !== undefined) return firstLine(file);
  if (!process.stdin.isTTY) {
    const option = `--${message.toLowerCase()}-file`;
    throw new Failure(
      'invalid',
      `${message} is wanted and cannot be typed here: name a file with ${option}.`,
    );
  }
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
