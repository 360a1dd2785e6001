/**
 * Callers found lately, so that a busy token costs no query. Forgotten at once by what this process changes,
 * and looked up again after seconds for what another one did.
 */
import type { Caller } from '../caller.ts';

export interface KnownCaller {
  caller: Caller;
  login: string;
  kind: 'token' | 'session';
  expiresAt: number;
  lastUsedAt: number;
  /** When it was looked up, microseconds. */
  foundAt: number;
}

/** For how long a caller is believed without looking again, in microseconds. */
const believed = 5_000_000;
const most = 10_000;

export class KnownCallers {
  private readonly byDigest = new Map<string, KnownCaller>();
  private changes = 0;

  /** A caller found within the last seconds. */
  get(digest: string, at: number): KnownCaller | undefined {
    const known = this.byDigest.get(digest);
    return known !== undefined && at >= known.foundAt && at < known.foundAt + believed ? known : undefined;
  }

  /**
   * Looks a caller up and keeps it, unless something was revoked meanwhile: then what was read may be
   * older than that.
   */
  async find(digest: string, look: () => Promise<KnownCaller | undefined>): Promise<KnownCaller | undefined> {
    const before = this.changes;
    const found = await look();
    this.byDigest.delete(digest);
    if (found === undefined || before !== this.changes) return found;
    if (this.byDigest.size >= most) this.byDigest.clear();
    this.byDigest.set(digest, found);
    return found;
  }

  /** After any change of accounts, tokens or sessions: they are few, and looking again is cheap. */
  forget(): void {
    this.changes += 1;
    this.byDigest.clear();
  }
}
