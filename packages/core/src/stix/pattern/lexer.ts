import { isBase64, isHex, isTimestamp } from './literal.ts';
import { PatternProblem } from './problem.ts';

export type TokenKind =
  | 'keyword' // AND, IN, SECONDS …: upper case only
  | 'boolean'
  | 'name' // identifier without hyphen: the only kind that an object path may use unquoted
  | 'hyphenatedName' // identifier with hyphen: object types only
  | 'integer'
  | 'float'
  | 'string'
  | 'hex'
  | 'binary'
  | 'timestamp'
  | 'sign' // operators and brackets
  | 'end';

/** One token. `value` is the content: a string without its quotes and escapes, `=` for `==`. */
export interface Token {
  kind: TokenKind;
  value: string;
  offset: number;
}

const keywords = new Set(
  (
    'AND OR NOT FOLLOWEDBY LIKE MATCHES ISSUPERSET ISSUBSET EXISTS LAST IN START STOP SECONDS ' +
    'WITHIN REPEATS TIMES'
  ).split(' '),
);
const signs = new Map([
  ['==', '='],
  ['!=', '!='],
  ['<>', '!='],
  ['<=', '<='],
  ['>=', '>='],
]);
const blank = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const digit = /[0-9]/;
const nameStart = /[A-Za-z_]/;
const namePart = /[A-Za-z0-9_-]/;

const typedLiterals = new Map<
  string,
  { kind: TokenKind; accepts: (content: string) => boolean; want: string }
>([
  ['h', { kind: 'hex', accepts: isHex, want: "pairs of hexadecimal digits, as in h'ffd8'" }],
  ['b', { kind: 'binary', accepts: isBase64, want: "padded Base64, as in b'dGVzdA=='" }],
  ['t', { kind: 'timestamp', accepts: isTimestamp, want: "a UTC time, as in t'2024-01-31T12:00:00Z'" }],
]);

/**
 * Reads the token at an offset, blanks and comments before it left out; at the end of the text one of kind
 * `end`. Throws PatternProblem. Reading all tokens of a text, each from the `next` of the last, is linear.
 */
export function readToken(text: string, from: number): Read {
  const at = skipBlank(text, from);
  return at < text.length ? readAt(text, at) : { token: { kind: 'end', value: '', offset: at }, next: at };
}

/** A token, and the offset behind it. */
export interface Read {
  token: Token;
  next: number;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    if (blank.test(text.charAt(at))) at += 1;
    else if (text.startsWith('//', at)) at = endOfLine(text, at);
    else if (text.startsWith('/*', at)) at = endOfComment(text, at);
    else return at;
  }
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function endOfComment(text: string, from: number): number {
  const end = text.indexOf('*/', from + 2);
  if (end < 0) throw new PatternProblem(from, "this comment does not end: close it with '*/'");
  return end + 2;
}

function readAt(text: string, at: number): Read {
  const first = text.charAt(at);
  if (first === "'") return readString(text, at);
  if (nameStart.test(first)) return readWord(text, at);
  const number = readNumber(text, at);
  if (number !== undefined) return number;
  const sign = signs.get(text.slice(at, at + 2));
  if (sign !== undefined) return { token: { kind: 'sign', value: sign, offset: at }, next: at + 2 };
  if ('=<>:.,()[]*'.includes(first))
    return { token: { kind: 'sign', value: first, offset: at }, next: at + 1 };
  throw new PatternProblem(at, `'${String.fromCodePoint(text.codePointAt(at) ?? 0)}' has no meaning here`);
}

function readWord(text: string, at: number): Read {
  const typed = typedLiterals.get(text.charAt(at));
  if (typed !== undefined && text[at + 1] === "'") {
    const { token, next } = readString(text, at + 1);
    if (!typed.accepts(token.value)) throw new PatternProblem(at, `this literal is not ${typed.want}`);
    return { token: { kind: typed.kind, value: token.value, offset: at }, next };
  }
  let end = at + 1;
  while (end < text.length && namePart.test(text.charAt(end))) end += 1;
  const value = text.slice(at, end);
  return { token: { kind: kindOfWord(value), value, offset: at }, next: end };
}

function kindOfWord(word: string): TokenKind {
  if (keywords.has(word)) return 'keyword';
  if (word === 'true' || word === 'false') return 'boolean';
  return word.includes('-') ? 'hyphenatedName' : 'name';
}

function readString(text: string, at: number): Read {
  const parts: string[] = [];
  let from = at + 1;
  for (let end = from; end < text.length; end += 1) {
    const character = text[end];
    if (character === "'") {
      parts.push(text.slice(from, end));
      return { token: { kind: 'string', value: parts.join(''), offset: at }, next: end + 1 };
    }
    if (character !== '\\') continue;
    if (text[end + 1] !== "'" && text[end + 1] !== '\\') {
      throw new PatternProblem(end, "a backslash in a string stands before ' or \\ only: write \\\\ for one");
    }
    parts.push(text.slice(from, end));
    end += 1;
    from = end;
  }
  throw new PatternProblem(at, "this string does not end: close it with '");
}

/** An integer has no leading zero; a float has digits after the point and may have none before it. */
function readNumber(text: string, at: number): Read | undefined {
  const unsigned = text[at] === '+' || text[at] === '-' ? at + 1 : at;
  let end = unsigned;
  while (digit.test(text.charAt(end))) end += 1;
  if (text[end] === '.' && digit.test(text.charAt(end + 1))) {
    end += 2;
    while (digit.test(text.charAt(end))) end += 1;
    return { token: { kind: 'float', value: text.slice(at, end), offset: at }, next: end };
  }
  if (end === unsigned) return undefined;
  if (text[unsigned] === '0' && end > unsigned + 1) {
    throw new PatternProblem(unsigned, 'an integer has no leading zero');
  }
  return { token: { kind: 'integer', value: text.slice(at, end), offset: at }, next: end };
}
