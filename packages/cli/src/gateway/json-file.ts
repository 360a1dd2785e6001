/** Files of JSON in the folder of a gateway, which people may have touched. */
import { Failure } from '@entente/core/failure';
import { fromBase64 } from '@entente/core/ledger/base64';
import { z } from 'zod';
import { replaceFile, textIfThere } from '../files.ts';

/** `undefined` where there is no such file. @throws Failure `invalid` naming it, where it is not JSON */
export async function readJson(path: string): Promise<unknown> {
  const text = await textIfThere(path);
  return text === undefined ? undefined : parsed(text, path, '');
}

/**
 * A file that has to be of a shape; `undefined` where there is none.
 * @param remedy what to do where it is not
 * @throws Failure `invalid` naming the file, the place and the remedy
 */
export async function readShaped<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  remedy: string,
): Promise<z.output<Shape> | undefined> {
  const text = await textIfThere(path);
  return text === undefined ? undefined : shapedIn(text, path, shape, remedy);
}

/** The same of a text that stands at a place. */
export function shapedIn<Shape extends z.ZodType>(
  text: string,
  place: string,
  shape: Shape,
  remedy: string,
): z.output<Shape> {
  const { data, error } = shape.safeParse(parsed(text, place, remedy));
  if (data !== undefined) return data;
  const [issue] = error?.issues ?? [];
  const property = issue === undefined || issue.path.length === 0 ? '' : ` ${issue.path.join('.')}:`;
  throw new Failure('invalid', `${place} is not as it was written:${property} ${issue?.message}. ${remedy}`);
}

export const keepJson = (path: string, value: unknown): Promise<void> =>
  replaceFile(path, `${JSON.stringify(value, null, 2)}\n`);

function parsed(text: string, place: string, remedy: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const after = remedy === '' ? '' : ` ${remedy}`;
    throw new Failure('invalid', `${place} is not JSON: ${(error as Error).message}.${after}`, error);
  }
}

/** Bytes as base 64. */
export const bytesShape = z.string().transform((text, context) => {
  const found = fromBase64(text);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: 'must be base 64' });
  return z.NEVER;
});
