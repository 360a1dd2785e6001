import type { UnElement } from './entry.ts';

/** A text that was not taken, with the tags that lead to it, as `INDIVIDUAL_DOCUMENT/NOTE`. */
export interface Leftover {
  path: string;
  text: string;
}

/**
 * A text without the white space around it and without the hard line ends and indents of the file; an empty
 * line, which parts paragraphs, stays.
 */
export const unfolded = (text: string): string =>
  text.trim().replace(/\s+/g, (blank) => (/\n[^\n]*\n/.test(blank) ? '\n\n' : ' '));

/**
 * Reads fields of an entry and remembers which were taken, so that what no property of STIX or of an extension
 * takes is found at the end and nothing of an entry is lost.
 */
export class Reading {
  readonly #elements: readonly UnElement[];
  readonly #path: string;
  readonly #taken = new Set<UnElement>();
  readonly #inner: Reading[] = [];

  constructor(elements: readonly UnElement[], path = '') {
    this.#elements = elements;
    this.#path = path;
  }

  /** The texts of the fields of that tag, unfolded, empty ones left out; `accepts` says which to take. */
  all(tag: string, accepts: (text: string) => boolean = () => true): string[] {
    return this.#elements.flatMap((element) => {
      const text = unfolded(element.text);
      if (element.tag !== tag || text === '' || this.#taken.has(element) || !accepts(text)) return [];
      this.#taken.add(element);
      return [text];
    });
  }

  /** The text of the first field of that tag that is not empty, taken; further ones are left. */
  one(tag: string, accepts: (text: string) => boolean = () => true): string | undefined {
    let found = false;
    return this.all(tag, (text) => {
      if (found || !accepts(text)) return false;
      found = true;
      return true;
    })[0];
  }

  /** The text that `one` would take, left where it is. */
  peek(tag: string): string | undefined {
    const field = this.#elements.find(
      (element) => element.tag === tag && element.text.trim() !== '' && !this.#taken.has(element),
    );
    return field === undefined ? undefined : unfolded(field.text);
  }

  /** A reading of each field of that tag that has fields of its own. */
  each(tag: string): Reading[] {
    return this.#elements.flatMap((element) => {
      if (element.tag !== tag || element.children.length === 0) return [];
      const reading = new Reading(element.children, `${this.#path}${tag}/`);
      this.#inner.push(reading);
      this.#taken.add(element);
      return [reading];
    });
  }

  /** The `VALUE` texts of the fields of that tag. */
  values(tag: string, accepts?: (text: string) => boolean): string[] {
    return this.each(tag).flatMap((inner) => inner.all('VALUE', accepts));
  }

  /** What was not taken. */
  left(): Leftover[] {
    const own = this.#elements.flatMap((element) =>
      this.#taken.has(element) ? [] : texts(element, this.#path),
    );
    return [...own, ...this.#inner.flatMap((inner) => inner.left())];
  }
}

function texts(element: UnElement, path: string): Leftover[] {
  const here = `${path}${element.tag}`;
  const text = unfolded(element.text);
  const own = text === '' ? [] : [{ path: here, text }];
  return [...own, ...element.children.flatMap((child) => texts(child, `${here}/`))];
}
