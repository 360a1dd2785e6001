/**
 * Labels as they are typed: as JSON (`{"any":[["public"]]}`), from a file (`@label.json`), or as a list of
 * names, such as `Coalition, France, TLP:AMBER`.
 */
import { readFile } from 'node:fs/promises';
import { label, type LabelBody } from '@entente/contract/label';
import type { Client } from '@entente/contract/client';
import { Failure } from '@entente/core/failure';

export const labelHelp =
  'a label: JSON, @file with JSON, or a list such as "Coalition, France, TLP:AMBER" of those who may see it and obligations';

/** @throws Failure `invalid` naming what is not understood */
export async function readLabel(client: Client, text: string): Promise<LabelBody> {
  if (text.startsWith('@')) return parseLabelText(await readFile(text.slice(1), 'utf8'));
  if (text.trimStart().startsWith('{')) return parseLabelText(text);
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const handling = words.filter((word) => isHandling(word));
  const clause = await audiences(
    client,
    words.filter((word) => !isHandling(word)),
  );
  return {
    ...(clause.length === 0 ? {} : { any: [clause] }),
    ...(handling.length === 0 ? {} : { handling }),
  };
}

/** The label as one line, as it stands at the head of a page. */
export const lineOf = async (client: Client, wanted: LabelBody): Promise<string> =>
  (await client.makeLabel({ label: wanted })).line;

const isHandling = (word: string): boolean => /^(?:TLP|PAP|EUROPOL):/.test(word);

function parseLabelText(text: string): LabelBody {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Failure('invalid', `The label is no JSON: ${(error as Error).message}.`, error);
  }
  const parsed = label.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Failure('invalid', `The label is not understood: ${first?.path.join('.')} ${first?.message}.`);
}

async function audiences(client: Client, words: readonly string[]): Promise<string[]> {
  const isPlain = (word: string): boolean => word === 'public' || /^(?:member|community):/.test(word);
  if (words.every(isPlain)) return [...words];
  const named = new Map<string, string>();
  for await (const { id, name } of client.every('members', {})) named.set(name.toLowerCase(), `member:${id}`);
  for await (const { id, name } of client.every('communities', {})) {
    named.set(name.toLowerCase(), `community:${id}`);
  }
  return words.map((word) => {
    const found = isPlain(word) ? word : named.get(word.toLowerCase());
    if (found === undefined)
      throw new Failure('invalid', `No member and none of your communities is called ${word}.`);
    return found;
  });
}
