/**
 * Two texts of one object. Everybody but its contributor is served the plain one, but for the label: the form with
 * nothing cut, as it would have been written had there been nothing to cut. White space, the order of members or the
 * way a number was written would else tell a form that is cut from one that is not (ADR 5, rules 4 and 5). The
 * contributor gets what it wrote.
 */
import { labelExtensionId } from '../extension/identifiers.ts';
import type { JsonObject, StixObject } from '../stix/types.ts';
import { formOf } from './form.ts';

export interface PlainText {
  /** Compact, `extensions` last, without the label. */
  text: string;
  /** Whether it has extensions besides the label. */
  extended: boolean;
}

/** The plain text of an object; the same bytes as the form of it with everything open and no label. */
export function plainTextOf(object: StixObject): PlainText {
  const plain = object['granular_markings'] === undefined ? withExtensionsLast(object) : openForm(object);
  return { text: JSON.stringify(plain), extended: plain['extensions'] !== undefined };
}

/** A plain text with a label in its place, behind all else. */
export function withLabel({ text, extended }: PlainText, label: string): string {
  const member = `"${labelExtensionId}":${label}`;
  return extended ? `${text.slice(0, -2)},${member}}}` : `${text.slice(0, -1)},"extensions":{${member}}}`;
}

function withExtensionsLast(object: StixObject): JsonObject {
  const { extensions, ...rest } = object as JsonObject;
  if (extensions === undefined) return object;
  const { [labelExtensionId]: _label, ...others } = extensions as JsonObject;
  return Object.keys(others).length === 0 ? rest : { ...rest, extensions: others };
}

const openForm = (object: StixObject): JsonObject =>
  formOf(object, {
    isOpen: () => true,
    closedSelectors: [],
    label: undefined,
    standIn: () => {
      throw new Error('nothing is cut of the plain form');
    },
  }).object;

/**
 * How a text was written, where it differs from the plain one: `<indent>,<margin> ` for a text with that many spaces
 * a level and, after each line break, before all lines; `spaced ` for one with a space behind each comma and colon;
 * else the text itself.
 */
export function writtenAs(text: string, plain: string): string | null {
  if (text === plain) return null;
  const manner = mannerOf(text);
  if (manner === spaced) return isSpaced(text, plain) ? manner : text;
  return manner !== undefined && inManner(plain, manner) === text ? manner : text;
}

/** The text as it was written: `stored` is the plain text, with what `writtenAs` gave before it, or the text itself. */
export function writtenText(stored: string): string {
  const begin = stored.indexOf('{');
  return begin === 0 ? stored : inManner(stored.slice(begin), stored.slice(0, begin));
}

const spaced = 'spaced ';

function mannerOf(text: string): string | undefined {
  const [, indented] = /^\{\n( *)"/.exec(text) ?? [];
  if (indented === undefined) return /^\{"\w+": /.test(text) ? spaced : undefined;
  const margin = text.length - text.lastIndexOf('\n') - 2;
  const indent = indented.length - margin;
  return indent >= 1 && indent <= 10 ? `${indent},${margin} ` : undefined;
}

const [quote, comma, colon, backslash, space] = [34, 44, 58, 92, 32];

/** Whether a text is the plain one with a space behind each comma and colon: one look at it, without making it again. */
function isSpaced(text: string, plain: string): boolean {
  let at = 0;
  let inString = false;
  for (let index = 0; index < plain.length; index += 1) {
    const code = plain.charCodeAt(index);
    if (text.charCodeAt(at) !== code) return false;
    at += 1;
    if (inString && code === backslash) {
      index += 1;
      if (text.charCodeAt(at) !== plain.charCodeAt(index)) return false;
      at += 1;
    } else if (code === quote) inString = !inString;
    else if (!inString && (code === comma || code === colon)) {
      if (text.charCodeAt(at) !== space) return false;
      at += 1;
    }
  }
  return at === text.length;
}

/** No string of JSON holds a line break as such, so each one that is there lays out. */
function inManner(plain: string, manner: string): string {
  const value = JSON.parse(plain) as JsonObject;
  if (manner === spaced) return JSON.stringify(value, null, 1).replace(/,\n */g, ', ').replace(/\n */g, '');
  const [indent = 0, margin = 0] = manner.split(',').map(Number);
  const text = JSON.stringify(value, null, indent);
  return margin === 0 ? text : text.replaceAll('\n', `\n${' '.repeat(margin)}`);
}
