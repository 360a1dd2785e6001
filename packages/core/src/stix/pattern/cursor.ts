import { PatternProblem } from './problem.ts';
import { readToken, type Read, type Token, type TokenKind } from './lexer.ts';

/** How deep brackets may nest: far beyond what patterns need, far within the stack. */
export const maximumDepth = 128;

/** A place in the tokens of a pattern: what the parser's rules read from. Tokens are read as they are taken. */
export class Cursor {
  readonly #text: string;
  #here: Read;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#here = readToken(text, 0);
  }

  get token(): Token {
    return this.#here.token;
  }

  /** The token here, and one step on; the end is never passed. */
  take(): Token {
    const { token, next } = this.#here;
    this.#here = readToken(this.#text, next);
    return token;
  }

  is(kind: TokenKind, value?: string): boolean {
    return this.token.kind === kind && (value === undefined || this.token.value === value);
  }

  /** Takes the token if it is of that kind and value. */
  accept(kind: TokenKind, value: string): boolean {
    if (!this.is(kind, value)) return false;
    this.take();
    return true;
  }

  /** Takes a token of one of the kinds, or throws a problem that says what was wanted. */
  expect(kinds: readonly TokenKind[], want: string, value?: string): Token {
    if (!kinds.some((kind) => this.is(kind, value))) throw this.problem(want);
    return this.take();
  }

  /** Reads what stands between brackets, one level deeper. */
  nested<Result>(open: string, close: string, read: () => Result): Result {
    const { offset } = this.expect(['sign'], `'${open}'`, open);
    if (this.#depth === maximumDepth) {
      throw new PatternProblem(offset, `brackets nest more than ${maximumDepth} deep`);
    }
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    this.expect(['sign'], `'${close}'`, close);
    return result;
  }

  problem(want: string): PatternProblem {
    const { kind, value, offset } = this.token;
    const found = kind === 'end' ? 'the pattern ends' : `'${value.slice(0, 40)}' stands`;
    return new PatternProblem(offset, `${found} where ${want} is wanted`);
  }
}
