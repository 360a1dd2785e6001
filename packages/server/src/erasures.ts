/** Tells whoever keeps anything of objects in memory that content of them was erased. */

export interface Erasure {
  readonly objects: readonly string[];
  /** The number of the change that did it. */
  readonly change: number;
}

export class Erasures {
  private readonly listeners = new Set<(erasure: Erasure) => void>();

  /** Calls back with each erasure once it is done, until the returned function is called. */
  listen(listener: (erasure: Erasure) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(erasure: Erasure): void {
    for (const listener of this.listeners) listener(erasure);
  }
}
