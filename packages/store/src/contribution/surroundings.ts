/**
 * What the contributor has and sees of what it puts in and of what that refers to: read by one statement, which
 * finds nothing of what others keep from it.
 */
import type { Change } from '../change/change.ts';
import { Linker } from './linker.ts';
import { needingColumns, nodeOf, type Ground, type Node, type NodeRow } from './node.ts';
import type { Puttable } from './puttable.ts';

export interface Surroundings {
  contributor: string;
  /** Its own contributions. */
  own: readonly Node[];
  /** Object → others' contributions of it that are in the contributor's view now. */
  foreign: ReadonlyMap<string, readonly Ground[]>;
  /** Every object that was asked for. */
  objects: readonly string[];
}

/** Reads the surroundings of objects that are about to be put in. */
export async function readSurroundings(
  { client, at }: Change,
  contributor: string,
  put: readonly Puttable[],
): Promise<Surroundings> {
  const asked = new Set<string>();
  for (const { id, analysis } of put) {
    asked.add(id);
    for (const target of analysis.references) asked.add(target);
  }
  const objects = [...asked];
  const { rows } = await client.query<NodeRow>(
    `select ${needingColumns} from unnest(string_to_array($2, ' ')) as asked (object)
     cross join lateral (select * from contribution one where one.object = asked.object offset 0) c
     where c.contributor = $1 or exists (
       select from verdict v where v.reader = $1 and v.gate = c.gate and v.until > $3)
     order by c.id`,
    // One text: the driver takes lists apart, sign by sign.
    [contributor, objects.join(' '), at],
  );
  const own: Node[] = [];
  const foreign = new Map<string, Ground[]>();
  for (const row of rows) {
    if (row.contributor === contributor) own.push(nodeOf(row));
    else addGround(foreign, row);
  }
  return { contributor, own, foreign, objects };
}

function addGround(foreign: Map<string, Ground[]>, { object, contributor, id }: NodeRow): void {
  const ground = { contributor, exact: id };
  const known = foreign.get(object);
  if (known === undefined) foreign.set(object, [ground]);
  else known.push(ground);
}

/** A linker that knows all that can open references of the contributor to these objects. */
export async function linkerOf({ client }: Change, { own, foreign, objects }: Surroundings): Promise<Linker> {
  const linker = new Linker(client);
  const alone = own.filter(({ object }) => !foreign.has(object));
  await linker.takeOwn(
    objects.filter((object) => !foreign.has(object)),
    alone,
  );
  await linker.load(foreign.keys());
  return linker;
}
