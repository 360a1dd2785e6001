/** What kind of file was given, by how it begins. */
import { beginOf } from './table/read.ts';

export type FileKind = 'stix' | 'un-list' | 'table' | 'unknown' | 'empty';

/** Found from the first bytes, unpacked; the name counts where they leave it open. */
export async function kindOfFile(file: File): Promise<FileKind> {
  const begin = await beginOf(file, 4096);
  if (begin.length === 0) return 'empty';
  const text = new TextDecoder().decode(begin).replaceAll('\0', '').trimStart();
  if (text.startsWith('<')) return text.includes('CONSOLIDATED_LIST') ? 'un-list' : 'unknown';
  if (text.startsWith('{') || text.startsWith('[')) return 'stix';
  return /\.(?:csv|tsv|txt)(?:\.gz)?$/i.test(file.name) || isLines(begin) ? 'table' : 'unknown';
}

/** Whether it is text with something between cells: pictures and packed files have control characters. */
function isLines(begin: Uint8Array): boolean {
  const text = new TextDecoder().decode(begin);
  // oxlint-disable-next-line no-control-regex -- signs that no text has tell what is none
  return /[,;\t|]/.test(text) && !/[\u0000-\u0008\u000e-\u001f]/.test(text);
}
