/** Tells whoever keeps anything of views in memory that what it kept may be otherwise now. */

/** Content of objects was erased. */
export interface Erasure {
  readonly objects: readonly string[];
  /** The number of the change that did it. */
  readonly change: number;
}

export class Told<What> {
  private readonly listeners = new Set<(what: What) => void>();

  /** Calls back with each, once it is done, until the returned function is called. */
  listen(listener: (what: What) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(what: What): void {
    for (const listener of this.listeners) listener(what);
  }
}
