/** Which format a file that comes in has. */
import { Failure } from '@entente/core/failure';

export type ImportFormat = 'stix' | 'un-list';

/** Looks at the beginning: `<` is XML, anything else is JSON. */
export async function withFormat(
  source: AsyncGenerator<Uint8Array>,
  format: ImportFormat | undefined,
): Promise<{ format: ImportFormat; source: AsyncIterable<Uint8Array> }> {
  const first = await source.next();
  if (first.done === true) throw new Failure('invalid', 'The file is empty.');
  const begin = Buffer.from(first.value)
    .toString('latin1')
    .replace(/^[\s\u00ef\u00bb\u00bf]+/, '');
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield first.value;
    yield* source;
  };
  return { format: format ?? (begin.startsWith('<') ? 'un-list' : 'stix'), source: whole() };
}
