import type { Queryable } from '../database/queryable.ts';
import type { BoundReader } from '../view/group.ts';

/** Which gates are open to which of some readers, at one moment and in one snapshot; looked up once each. */
export class Verdicts {
  private readonly open = new Map<number, Set<number>>();
  private readonly places: ReadonlyMap<string, number>;
  private readonly client: Queryable;
  private readonly at: number;

  /** @param readers all at the same moment; each is named by its place from here on */
  constructor(client: Queryable, readers: readonly BoundReader[]) {
    this.client = client;
    this.places = new Map(readers.map(({ id }, place) => [id, place]));
    this.at = readers[0]?.at ?? 0;
  }

  /** Looks up what is not known of these gates. */
  async load(gates: Iterable<number>): Promise<void> {
    const wanted = [...new Set(gates)].filter((gate) => !this.open.has(gate));
    if (wanted.length === 0) return;
    for (const gate of wanted) this.open.set(gate, new Set());
    const { rows } = await this.client.query<{ reader: string; gate: number }>(
      'select reader, gate from verdict where reader = any($1::text[]) and gate = any($2::bigint[]) and until > $3',
      [[...this.places.keys()], wanted, this.at],
    );
    for (const { reader, gate } of rows) this.open.get(gate)?.add(this.places.get(reader) as number);
  }

  /** Places of the readers to whom the gate is open; it must have been loaded. */
  of(gate: number): ReadonlySet<number> {
    const places = this.open.get(gate);
    if (places === undefined) throw new Error(`gate ${gate} was not looked up`);
    return places;
  }
}
