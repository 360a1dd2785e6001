import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Failure } from '@entente/core/failure';
import type { UnElement, UnEntry } from '@entente/core/unlist/entry';
import type { Slice } from './slices.ts';

/** Elements within elements; the real list has three. */
const deepest = 16;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  // Decoded here instead: the five names of XML and numbers, nothing that a document type could define.
  processEntities: false,
  cdataPropName: '#cdata',
});

/** Characters that XML 1.0 §2.2 has not, and that no database takes. */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** A node as the parser gives it: `#text`, `#cdata`, or one tag with its children. */
type Node = Record<string, unknown>;

/** Reads one entry. Throws `Failure('invalid')` with the line of the file for what is not well-formed XML. */
export function readEntry(slice: Slice): UnEntry {
  if (/<!(?!--|\[CDATA\[)/.test(slice.text)) {
    throw failure(slice.line, 'declares a document type or an entity, which are refused');
  }
  const control = forbidden.exec(slice.text);
  if (control !== null) {
    throw failure(
      slice.line + lines(slice.text.slice(0, control.index)),
      'has a control character, which XML refuses',
    );
  }
  // Its successor is a package of its own; until the parser drops it, one part less is worth more.
  // oxlint-disable-next-line typescript/no-deprecated
  const checked = XMLValidator.validate(slice.text);
  if (checked !== true)
    throw failure(slice.line + checked.err.line - 1, `is not well-formed: ${plainly(checked.err.msg)}`);
  const [root] = parse(slice).flatMap((node) => readNode(node, slice, 0));
  if (root === undefined) throw failure(slice.line, 'has no entry');
  const kind = root.tag === 'ENTITY' ? 'entity' : 'individual';
  return { kind, line: slice.line, fields: root.children };
}

/** Without lines of its own, which count from the entry, and without a full stop. */
const plainly = (message: string): string => message.replace(/ ?\(opened in [^)]*\)/, '').replace(/\.+$/, '');

function parse(slice: Slice): Node[] {
  try {
    return parser.parse(slice.text) as Node[];
  } catch (error) {
    throw new Failure(
      'invalid',
      `Line ${slice.line} of the list begins an entry that cannot be read.`,
      error,
    );
  }
}

const lines = (text: string): number => text.split('\n').length - 1;

function readNode(node: Node, slice: Slice, depth: number): UnElement[] {
  if (depth > deepest) throw failure(slice.line, `begins an entry with elements more than ${deepest} deep`);
  return Object.entries(node).flatMap(([tag, content]) => {
    if (tag.startsWith('#') || tag.startsWith('?') || tag === ':@') return [];
    const nodes = content as Node[];
    const children = nodes.flatMap((child) => readNode(child, slice, depth + 1));
    return [{ tag, text: nodes.map((child) => textOf(child, slice)).join(''), children }];
  });
}

function textOf(node: Node, slice: Slice): string {
  if (typeof node['#text'] === 'string') return decode(node['#text'], slice);
  if (!Array.isArray(node['#cdata'])) return '';
  return (node['#cdata'] as Node[]).map((inner) => String(inner['#text'] ?? '')).join('');
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decode(text: string, slice: Slice): string {
  return text.replace(/&([^;&\s]*);?/g, (reference, name: string) => {
    const character = named.get(name) ?? numbered(name);
    if (character === undefined || !reference.endsWith(';')) {
      throw failure(
        slice.line,
        `begins an entry with the reference ${reference.slice(0, 20)}, which XML does not define`,
      );
    }
    return character;
  });
}

function numbered(name: string): string | undefined {
  const digits = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code < 0xd800) ||
    (code > 0xdfff && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : undefined;
}

function failure(line: number, what: string): Failure {
  return new Failure('invalid', `Line ${line} of the list ${what}.`);
}
