/** Argon2id, two at a time: passwords cost memory and a core, and the cell has other work. */
import { hash, verify } from '@node-rs/argon2';
import { Failure } from '@entente/core/failure';

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. Argon2id is the part's default. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is verified where there is no password, so that the answer takes as long. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$Bni4mKJSJ4UBFL5DcCPl3Q$Zx+sTUwJ9iy9+FOQFfIx3S8XsnS58TJ51JiyJ4e+Vg4';

const lanes = 2;
const mostWaiting = 64;
const mostWaitingFromOne = 8;

/** A short queue before the hashing, in which no one source can take every place. */
export class Hashing {
  private running = 0;
  private readonly waiting: { source: string; start: () => void }[] = [];

  /** @param source whose work it is: an account, or a network */
  async hash(password: string, salt: Uint8Array, source: string): Promise<string> {
    return this.inTurn(source, () => hash(password.normalize('NFC'), { ...cost, salt }));
  }

  /** Whether the password is the one behind `stored`; false, after the same work, where there is none. */
  async verify(stored: string | null | undefined, password: string, source: string): Promise<boolean> {
    const isRight = await this.inTurn(source, () => verify(stored ?? nobody, password.normalize('NFC')));
    return isRight && stored !== null && stored !== undefined;
  }

  private async inTurn<Result>(source: string, work: () => Promise<Result>): Promise<Result> {
    if (this.running >= lanes) await this.queue(source);
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next.start();
    }
  }

  private async queue(source: string): Promise<void> {
    const own = this.waiting.filter((entry) => entry.source === source).length;
    if (own >= mostWaitingFromOne || this.waiting.length >= mostWaiting) {
      throw new Failure('too-many', 'Too many sign-ins at once: try again in a moment.');
    }
    await new Promise<void>((start) => this.waiting.push({ source, start }));
  }
}
