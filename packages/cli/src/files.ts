/** Files that commands read and write; `-` is standard input or output. */
import { createReadStream } from 'node:fs';
import { access, mkdir, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '@entente/core/failure';

const newline = 0x0a;

/** A file's bytes as they come. @throws Failure `invalid` where there is no such file to read */
export async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const source = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 });
  try {
    for await (const bytes of source) yield bytes as Uint8Array;
  } catch (error) {
    throw new Failure('invalid', `${path} cannot be read: ${(error as Error).message}.`, error);
  }
}

/** The text of a small file of the program's own; `undefined` where there is none yet. */
export async function textIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether there is such a file, of whatever kind. */
export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

/** Replaces a file of the program's own as a whole, readable by its owner alone; on disk when this is done. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.part`, text, { mode: 0o600, flush: true });
  await rename(`${path}.part`, path);
}

/** Writes a file that was asked for. @throws Failure `invalid` naming it. @param remedy where it cannot be written */
export async function writeAsked(path: string, text: string, remedy: string): Promise<void> {
  await writeFile(path, text).catch((error: Error) => {
    throw new Failure('invalid', `${path} cannot be written: ${error.message}. ${remedy}`, error);
  });
}

/** How many lines of a file are whole; what is behind the last of them was cut off when written, and is taken out. */
export async function wholeLines(path: string): Promise<number> {
  let [lines, length, read] = [0, 0, 0];
  for await (const bytes of createReadStream(path) as AsyncIterable<Uint8Array>) {
    for (const [at, byte] of bytes.entries()) {
      if (byte === newline) [lines, length] = [lines + 1, read + at + 1];
    }
    read += bytes.length;
  }
  if (length < read) await truncate(path, length);
  return lines;
}

/** How long a file is, in bytes; unknown of what is no plain file. */
export async function lengthOf(path: string): Promise<number | undefined> {
  if (path === '-') return undefined;
  const found = await stat(path).catch((error: Error) => {
    throw new Failure('invalid', `${path} cannot be read: ${error.message}.`, error);
  });
  if (found.isDirectory()) throw new Failure('invalid', `${path} is a folder.`);
  return found.isFile() ? found.size : undefined;
}

/**
 * A whole file as text.
 * @throws Failure `too-large` beyond `longest` bytes, `invalid` where it is not UTF-8 or cannot be read
 */
export async function textOf(source: AsyncIterable<Uint8Array>, longest: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of source) {
    length += bytes.length;
    if (length > longest) {
      throw new Failure('too-large', `This is read whole, and at most ${longest / 1024 / 1024} MB.`);
    }
    pieces.push(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch (error) {
    throw new Failure('invalid', 'The text is not valid UTF-8.', error);
  }
}
