/** A post that carries nothing further, and keeps what left the cell. */
import { signed, type Call } from '@entente/server/message/call';
import type { Letter } from '@entente/server/message/letter';
import type { Post } from '@entente/server/message/post';

export interface KeptCall {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export class KeptPost implements Post {
  readonly hasMail = true;
  letters: Letter[] = [];
  calls: KeptCall[] = [];
  /** What is answered to calls. */
  status = 204;
  /** Whether nothing can be reached. */
  isDown = false;

  send(letter: Letter): Promise<void> {
    if (this.isDown) return Promise.reject(new Error('down'));
    this.letters.push(letter);
    return Promise.resolve();
  }

  call(call: Call): Promise<number> {
    if (this.isDown) return Promise.reject(new Error('down'));
    this.calls.push({ url: call.url, headers: signed(call), body: call.body });
    return Promise.resolve(this.status);
  }

  /**
   * What went to these addresses, by moment and id: among what is sent at once, which is through first hangs on nothing
   * but the machine.
   */
  sentTo(isMeant: (address: string) => boolean): object[] {
    const keyOf = ({ headers }: KeptCall): string =>
      `${headers['webhook-timestamp'] ?? ''} ${headers['webhook-id'] ?? ''}`;
    const letters = this.letters.filter(({ to }) => isMeant(to));
    const calls = this.calls.filter(({ url }) => isMeant(url));
    return [
      ...letters.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1)),
      ...calls.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    ];
  }

  forget(): void {
    this.letters = [];
    this.calls = [];
  }
}
