import { Failure } from '@entente/core/failure';

/** A piece of the file: the opening tag of the root, or the whole text of one entry. */
export interface Slice {
  kind: 'root' | 'entry';
  text: string;
  /** Line on which it begins, from 1. */
  line: number;
}

/** Characters of one entry or of one tag; the longest entry of the real list has some 10 thousand. */
const longest = 1024 * 1024;

const rootName = 'CONSOLIDATED_LIST';
const containers = new Set(['INDIVIDUALS', 'ENTITIES']);
const entries = new Set(['INDIVIDUAL', 'ENTITY']);

/**
 * Cuts the text of a Consolidated List into its root tag and its entries, holding one entry at a time. Throws
 * `Failure('invalid')` with the line: for another root, for document types and entities, for text or elements
 * where the list has none, and where the file ends before its root is closed. Entries are not read here.
 */
export async function* sliceList(pieces: AsyncIterable<string>): AsyncGenerator<Slice> {
  const slicer = new Slicer();
  for await (const piece of pieces) {
    slicer.add(piece);
    for (let slice = slicer.next(); slice !== undefined; slice = slicer.next()) yield slice;
  }
  slicer.end();
}

/** What is read of a markup: where it ends, and its name and kind if it is a tag. */
interface Tag {
  name: string;
  kind: 'open' | 'close' | 'empty' | 'other';
  end: number;
}

class Slicer {
  #text = '';
  #line = 1;
  /** Open elements: root and container. */
  #open: string[] = [];
  #done = false;
  /** How far the entry at the front was searched for its end. */
  #searched = 0;

  add(piece: string): void {
    this.#text += piece;
  }

  /** The next slice, or undefined where more text is wanted. */
  next(): Slice | undefined {
    for (;;) {
      const tag = this.#tag();
      if (tag === undefined) return undefined;
      if (this.#open.length === 2 && tag.kind !== 'close' && entries.has(tag.name)) {
        return tag.kind === 'empty' ? this.#take('entry', tag.end) : this.#entry(tag);
      }
      const slice = this.#step(tag);
      if (slice !== undefined) return slice;
    }
  }

  end(): void {
    if (this.#open.length > 0 || !this.#done || this.#text.trim() !== '') {
      this.#line += count(this.#text);
      throw this.#failure(
        this.#done
          ? `has text behind </${rootName}>`
          : `is where the file ends, before </${rootName}>: it is truncated. Nothing was taken from it, and nothing is delisted`,
      );
    }
  }

  /** Takes a tag that is no entry: the root's gives a slice, the others are passed. */
  #step(tag: Tag): Slice | undefined {
    if (tag.kind === 'other') return void this.#pass(tag.end);
    if (tag.kind === 'close') {
      if (this.#open.at(-1) !== tag.name) throw this.#failure(`closes <${tag.name}>, which is not open`);
      this.#open.pop();
      this.#done = this.#open.length === 0;
      return void this.#pass(tag.end);
    }
    const wanted = this.#open.length === 0 ? tag.name === rootName && !this.#done : this.#isContainer(tag);
    if (!wanted) throw this.#failure(`has <${tag.name}>, which is not of a Consolidated List at this place`);
    if (tag.kind === 'open') this.#open.push(tag.name);
    else if (this.#open.length === 0) this.#done = true;
    if (tag.name === rootName) return this.#take('root', tag.end);
    return void this.#pass(tag.end);
  }

  #isContainer(tag: Tag): boolean {
    return this.#open.length === 1 && containers.has(tag.name);
  }

  /** The markup at the front, white space before it passed; undefined where it is not whole yet. */
  #tag(): Tag | undefined {
    const blank = this.#text.search(/\S/);
    if (blank < 0) return void this.#pass(this.#text.length);
    this.#pass(blank);
    if (!this.#text.startsWith('<')) throw this.#failure('has text outside the entries');
    if (/^<(?:!(?:-?$|--)|\?|$)/.test(this.#text.slice(0, 4))) return this.#aside();
    if (this.#text.startsWith('<!'))
      throw this.#failure('has a document type or a declaration, which are refused');
    const end = tagEnd(this.#text);
    if (end < 0) return this.#limit(this.#text.length, 'tag');
    const name = /^<\/?([^\s/>]*)/.exec(this.#text)?.[1] ?? '';
    const kind = this.#text[1] === '/' ? 'close' : this.#text[end - 2] === '/' ? 'empty' : 'open';
    return { name, kind, end };
  }

  /** A comment or a processing instruction. */
  #aside(): Tag | undefined {
    const close = this.#text.startsWith('<?') ? '?>' : '-->';
    const end = this.#text.indexOf(close, 2);
    if (end < 0) return this.#limit(this.#text.length, 'comment');
    const encoding = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)/i.exec(this.#text.slice(0, end))?.[1];
    if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding)) {
      throw this.#failure(`says that the file is ${encoding}; it must be UTF-8`);
    }
    return { name: '', kind: 'other', end: end + close.length };
  }

  #entry(tag: Tag): Slice | undefined {
    const close = new RegExp(`</${tag.name}\\s*>`, 'g');
    close.lastIndex = Math.max(this.#searched, tag.end);
    if (close.exec(this.#text) === null) {
      // The closing tag may lie across two pieces: search again from before where it could begin.
      this.#searched = Math.max(tag.end, this.#text.lastIndexOf('<'));
      return this.#limit(this.#text.length, 'entry');
    }
    this.#limit(close.lastIndex, 'entry');
    return this.#take('entry', close.lastIndex);
  }

  #limit(length: number, what: string): undefined {
    if (length > longest) throw this.#failure(`begins a ${what} of more than ${longest} characters`);
  }

  #take(kind: Slice['kind'], end: number): Slice {
    const slice: Slice = { kind, text: this.#text.slice(0, end), line: this.#line };
    this.#pass(end);
    return slice;
  }

  #pass(end: number): void {
    this.#line += count(this.#text.slice(0, end));
    this.#text = this.#text.slice(end);
    this.#searched = 0;
  }

  #failure(what: string): Failure {
    return new Failure('invalid', `Line ${this.#line} of the list ${what}.`);
  }
}

/** Where the tag at the front ends, attribute values in quotes passed; -1 where it does not. */
function tagEnd(text: string): number {
  let quote = '';
  for (let at = 1; at < text.length; at += 1) {
    const character = text[at];
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return -1;
}

const count = (text: string): number => text.split('\n').length - 1;
