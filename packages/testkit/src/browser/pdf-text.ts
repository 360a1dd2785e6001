/** The text of a PDF that Chromium printed, page by page: enough of ISO 32000 for what its printer writes. */
import { inflateSync } from 'node:zlib';

/** The signs of each page in the order in which they are drawn; Arabic ones may be in that of the eye. */
export function pdfPages(pdf: Buffer): string[] {
  const objects = objectsIn(pdf);
  return [...objects.values()]
    .filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
    .map((page) => textOf(page, objects));
}

interface PdfObject {
  head: string;
  stream: string | undefined;
}
type Objects = ReadonlyMap<string, PdfObject>;

function objectsIn(pdf: Buffer): Objects {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const [, number = '', body = ''] of text.matchAll(/(\d+) 0 obj\b(.*?)\bendobj/gs)) {
    const at = /\bstream\r?\n/.exec(body);
    const head = at === null ? body : body.slice(0, at.index);
    const bytes =
      at === null ? undefined : body.slice(at.index + at[0].length, body.lastIndexOf('endstream'));
    objects.set(number, { head, stream: bytes === undefined ? undefined : streamOf(head, bytes) });
  }
  return objects;
}

function streamOf(head: string, bytes: string): string {
  if (!head.includes('/FlateDecode')) return bytes;
  return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
}

/** What a name in the resources leads to, there or in an object of its own. */
function entryOf(head: string, name: string, objects: Objects): string {
  const reference = new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(head)?.[1];
  if (reference !== undefined) return objects.get(reference)?.head ?? '';
  return new RegExp(`/${name}\\s*<<(.*?)>>`, 's').exec(head)?.[1] ?? '';
}

function textOf({ head }: PdfObject, objects: Objects): string {
  const fonts = new Map(
    [...entryOf(head, 'Font', objects).matchAll(/\/(\w+)\s+(\d+) 0 R/g)].map(([, name = '', number = '']) => [
      name,
      signsOf(objects.get(number), objects),
    ]),
  );
  const contents = /\/Contents\s+(?:\[([^\]]*)\]|(\d+) 0 R)/.exec(head);
  const numbers = contents?.[2] === undefined ? (contents?.[1]?.match(/\d+(?= 0 R)/g) ?? []) : [contents[2]];
  return numbers.map((number) => drawnBy(objects.get(number)?.stream ?? '', fonts)).join('');
}

/** Glyph → signs, from the font's ToUnicode. */
function signsOf(font: PdfObject | undefined, objects: Objects): ReadonlyMap<number, string> {
  const map = objects.get(/\/ToUnicode\s+(\d+) 0 R/.exec(font?.head ?? '')?.[1] ?? '')?.stream ?? '';
  const signs = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = '', sign = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      signs.set(Number.parseInt(glyph, 16), fromHex(sign));
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, first = '', last = '', sign = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      for (let glyph = from; glyph <= to; glyph += 1)
        signs.set(glyph, String.fromCodePoint(Number.parseInt(sign, 16) + glyph - from));
    }
  return signs;
}

const fromHex = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

function drawnBy(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined;
  let text = '';
  for (const [, name, hex] of content.matchAll(/\/(\w+)\s+[\d.]+\s+Tf|<([0-9a-fA-F]+)>/g)) {
    if (name !== undefined) font = fonts.get(name);
    for (const glyph of hex?.match(/.{4}/g) ?? []) text += font?.get(Number.parseInt(glyph, 16)) ?? '';
  }
  return text;
}
