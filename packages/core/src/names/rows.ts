/** What the tokens of an index may stand for of what is wanted: for those that may, a row of how like they are. */
import type { Wanted } from './wanted.ts';

/** Likenesses are kept in so many steps. */
const steps = 250;

export class Rows {
  /** For each token its row; 0 where it stands for nothing. */
  private rowOf = new Int32Array(1024);
  private qualities = new Uint8Array(8192);
  private width = 1;
  private count = 1;
  private readonly entered: number[] = [];

  /** Notes for each token what it may stand for. @param size how many tokens there are */
  enter(wanted: readonly Wanted[], size: number): void {
    if (this.rowOf.length < size) this.rowOf = new Int32Array(size * 2);
    this.width = wanted.length;
    const most = wanted.reduce((sum, { likes }) => sum + likes.tokens.length, 1);
    if (this.qualities.length < most * this.width) this.qualities = new Uint8Array(most * this.width * 2);
    for (const [number, { likes }] of wanted.entries()) {
      for (let at = 0; at < likes.tokens.length; at += 1) {
        const row = this.open(likes.tokens[at] as number);
        this.qualities[row * this.width + number] = Math.round((likes.qualities[at] as number) * steps);
      }
    }
  }

  leave(): void {
    for (const token of this.entered) this.rowOf[token] = 0;
    this.entered.length = 0;
    this.count = 1;
  }

  /** The row of a token; 0 where it stands for nothing. */
  of(token: number): number {
    return this.rowOf[token] as number;
  }

  qualityOf(row: number, number: number): number {
    return (this.qualities[row * this.width + number] as number) / steps;
  }

  private open(token: number): number {
    const known = this.rowOf[token] as number;
    if (known !== 0) return known;
    const row = this.count;
    this.count += 1;
    this.rowOf[token] = row;
    this.qualities.fill(0, row * this.width, (row + 1) * this.width);
    this.entered.push(token);
    return row;
  }
}
