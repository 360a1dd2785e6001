/**
 * Cuts a JSON text of any size into the STIX objects that it holds, as it comes: a bundle, a TAXII envelope,
 * a list, or one object. Keeps one object in memory at a time, and the text of each as written.
 */
import { Failure } from '@entente/core/failure';

/** One object of the input. */
export interface Slice {
  text: string;
  /** Line on which it begins, from 1. */
  line: number;
}

/** Deeper nesting is refused: no STIX object needs it, and a bomb does. */
const deepest = 200;
/** Longest object, in UTF-16 code units. */
const longest = 8 * 1024 * 1024;

const quote = 34;
const backslash = 92;
const newline = 10;

type Place = 'start' | 'envelope' | 'list' | 'element' | 'end';

/** A scanner for one input; `push` what comes, then `end`. */
export class Scanner {
  private pending = '';
  /** Where to go on in `pending`. */
  private position = 0;
  private place: Place = 'start';
  private depth = 0;
  private inString = false;
  private elementStart = 0;
  private elementLine = 1;
  private line = 1;
  /** Start of the last string at depth 1 of the envelope, to see whether it is the key `objects`. */
  private stringStart = 0;
  private lastString = '';
  private isKeyOpen = false;
  private objectsSeen = false;
  private envelope = '';

  /** What is wrong with the text; told at the next call, where objects were complete before it. */
  private broken: Failure | undefined;

  /** Takes the next piece and gives the objects that it completes. Throws Failure('invalid') with the line. */
  push(piece: string): Slice[] {
    if (this.broken !== undefined) throw this.broken;
    this.pending = this.pending.slice(this.keepFrom()) + piece;
    const slices: Slice[] = [];
    try {
      while (this.position < this.pending.length) this.step(slices);
      if (this.place !== 'end' && this.pending.length - this.elementStart > longest) {
        throw this.wrong(`an object is longer than ${longest / 1024 / 1024} MB`);
      }
    } catch (error) {
      if (slices.length === 0 || !(error instanceof Failure)) throw error;
      this.broken = error;
    }
    return slices;
  }

  /** Says that the input is over; gives the object where the input was a single one. */
  end(): Slice[] {
    if (this.broken !== undefined) throw this.broken;
    if (this.place === 'start') throw this.wrong('the file is empty');
    if (this.place !== 'end') throw this.wrong('the file ends in the middle: it is not complete');
    if (this.objectsSeen || this.envelope === '') return [];
    return [{ text: this.envelope, line: this.elementLine }];
  }

  private keepFrom(): number {
    const from = this.place === 'envelope' || this.place === 'element' ? this.elementStart : this.position;
    this.position -= from;
    this.stringStart -= from;
    this.elementStart -= from;
    return from;
  }

  private wrong(what: string): Failure {
    return new Failure('invalid', `Line ${this.line}: ${what}.`);
  }

  private step(slices: Slice[]): void {
    if (this.inString) return this.insideString();
    const code = this.pending.charCodeAt(this.position);
    this.position += 1;
    if (code === newline) this.line += 1;
    if (code <= 32) return;
    switch (this.place) {
      case 'start':
        return this.begin(code);
      case 'list':
        return this.between(code);
      case 'end':
        if (code === 0xfeff) return;
        throw this.wrong('there is more after the end of the JSON text');
      default:
        return this.inside(code, slices);
    }
  }

  private begin(code: number): void {
    if (code === 0xfeff) return; // a byte order mark
    if (code === 91) {
      this.place = 'list';
      this.objectsSeen = true;
      this.closing = 'end';
    } else if (code === 123) {
      this.place = 'envelope';
      this.depth = 1;
      this.elementStart = this.position - 1;
      this.elementLine = this.line;
      this.isKeyOpen = true;
    } else throw this.wrong('the file does not begin as JSON: { or [ is expected');
  }

  /** What follows the list of objects: the rest of its envelope, or nothing. */
  private closing: 'envelope' | 'end' = 'end';

  private isAfterElement = false;
  private isAfterComma = false;

  private between(code: number): void {
    if (code === 44) {
      if (!this.isAfterElement) throw this.wrong('a comma where an object is expected');
      this.isAfterElement = false;
      this.isAfterComma = true;
      return;
    }
    if (code === 93) {
      if (this.isAfterComma && !this.isAfterElement)
        throw this.wrong('an object is expected after the comma');
      this.place = this.closing;
      this.elementStart = this.position - 1;
      this.isKeyOpen = false;
      this.depth = 1;
      return;
    }
    if (code !== 123) throw this.wrong('the list holds something that is no object');
    if (this.isAfterElement) throw this.wrong('a comma is missing between two objects');
    this.place = 'element';
    this.depth = 1;
    this.elementStart = this.position - 1;
    this.elementLine = this.line;
  }

  private inside(code: number, slices: Slice[]): void {
    switch (code) {
      case quote:
        this.inString = true;
        this.stringStart = this.position;
        return;
      case 123:
      case 91:
        return this.open(code);
      case 125:
      case 93:
        return this.close(slices);
      case 44:
        if (this.depth === 1) this.isKeyOpen = true;
        return;
      case 58:
        if (this.depth === 1) this.isKeyOpen = false;
    }
  }

  private open(code: number): void {
    if (this.place === 'envelope' && this.depth === 1 && code === 91 && this.lastString === 'objects') {
      if (this.objectsSeen) throw this.wrong('the bundle has two lists of objects');
      this.envelope = this.pending.slice(this.elementStart, this.position);
      this.place = 'list';
      this.closing = 'envelope';
      this.objectsSeen = true;
      return;
    }
    this.depth += 1;
    if (this.depth > deepest) throw this.wrong(`nested deeper than ${deepest}`);
  }

  private close(slices: Slice[]): void {
    this.depth -= 1;
    if (this.depth > 0) return;
    const text = this.pending.slice(this.elementStart, this.position);
    if (this.place === 'element') {
      slices.push({ text, line: this.elementLine });
      this.place = 'list';
      this.isAfterElement = true;
    } else {
      this.envelope += text;
      this.place = 'end';
    }
  }

  private insideString(): void {
    const end = this.pending.indexOf('"', this.position);
    if (end < 0) {
      this.position = this.pending.length;
      return;
    }
    this.position = end + 1;
    if (this.backslashesBefore(end) % 2 === 1) return;
    this.inString = false;
    if (this.depth === 1 && this.isKeyOpen) this.lastString = this.pending.slice(this.stringStart, end);
  }

  /** The whole string is still in `pending`, so an escape that two pieces share is seen. */
  private backslashesBefore(end: number): number {
    let count = 0;
    while (end - 1 - count >= this.stringStart && this.pending.charCodeAt(end - 1 - count) === backslash) {
      count += 1;
    }
    return count;
  }
}
