/** Walks over JSON text by its brackets and quotes, without parsing what it passes. */
import { Failure } from '../failure.ts';

const [quote, backslash, comma] = [34, 92, 44];
export const colon = 58;
export const [openList, closeList, openObject, closeObject] = [91, 93, 123, 125] as const;

/** Where a value stands in a text, in UTF-16 code units. */
export interface Place {
  start: number;
  end: number;
}

/** Throws `Failure('invalid')` with the place where the text is not as wanted. */
export class Scanner {
  readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  failure(what: string): Failure {
    return new Failure('invalid', `The text is no JSON as wanted: ${what} at character ${this.at}.`);
  }

  expect(code: number, what: string): void {
    this.space();
    if (this.text.charCodeAt(this.at) !== code) throw this.failure(`${what} should stand`);
    this.at += 1;
  }

  end(): void {
    this.space();
    if (this.at < this.text.length) throw this.failure('more follows');
  }

  /** What stands between the brackets, the first of which is passed; `read` takes one at a time. */
  members(read: () => void, close: number): void {
    this.space();
    if (this.text.charCodeAt(this.at) === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      this.space();
      read();
      this.space();
      const code = this.text.charCodeAt(this.at);
      if (code !== comma && code !== close) throw this.failure('a comma or an end should stand');
      this.at += 1;
      if (code === close) return;
    }
  }

  name(): string {
    const start = this.at;
    if (this.text.charCodeAt(start) !== quote) throw this.failure('a name should stand');
    this.string();
    return this.parsed(start) as string;
  }

  /** Passes a value that nobody looks at again, so it is checked here. */
  skim(): void {
    this.parsed(this.value().start);
  }

  /** Passes a value by its brackets and quotes alone. */
  value(): Place {
    this.space();
    const start = this.at;
    this.pass(start);
    return { start, end: this.at };
  }

  private pass(start: number): void {
    let depth = 0;
    for (; this.at < this.text.length; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code === quote) {
        this.string();
        if (depth === 0) return;
        this.at -= 1;
      } else if (code === openObject || code === openList) {
        depth += 1;
      } else if (code === closeObject || code === closeList) {
        // Which bracket closes which is for the parser of the slice to judge.
        if (depth === 0) break;
        depth -= 1;
        if (depth > 0) continue;
        this.at += 1;
        return;
      } else if (depth === 0 && (code === comma || isSpace(code))) {
        break;
      }
    }
    if (depth > 0 || this.at === start) throw this.failure('a value should stand or end');
  }

  /** Passes a string, from its first quote to behind its last. */
  private string(): void {
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code === backslash) this.at += 1;
      else if (code === quote) {
        this.at += 1;
        return;
      }
    }
    throw this.failure('a string should end');
  }

  private parsed(start: number): unknown {
    try {
      return JSON.parse(this.text.slice(start, this.at));
    } catch (error) {
      throw new Failure('invalid', `The text is no JSON from character ${start}.`, error);
    }
  }

  private space(): void {
    while (isSpace(this.text.charCodeAt(this.at))) this.at += 1;
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
