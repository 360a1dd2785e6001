/**
 * Who was given what. To a contributor a read names a member only where its own forecast for that member is a plain
 * yes, and was one when it was read (release.md, rule 8): a label that was widened since, or a roster that it reads
 * only now, would else tell by what else the member could read before. Reads count by the object, whoever's version
 * was served: that another's stood in its place would show in a poll that gave all but this one. Only the first is told:
 * how often a member comes back to an object, it does for what others say of it too.
 */
import { Failure } from '@entente/core/failure';
import { readCoalition, type Coalition } from '@entente/store/coalition/rights';
import type { Queryable } from '@entente/store/database/queryable';
import { inTransaction } from '@entente/store/database/transaction';
import {
  listRecords,
  readReadings,
  readRecordObjects,
  type Read,
  type Reading,
  type RecordFilter,
  type RecordRow,
} from '@entente/store/read/reader';
import { noteVisit } from '@entente/store/visit/writer';
import { actsAs, requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { loadOwn } from './own-contributions.ts';
import { Forecast, oneOf } from './forecast.ts';

export type { RecordFilter, RecordRow };

export interface AccessActs {
  /**
   * Of objects that the caller's member contributed, which members were given them, as far as it may know.
   * @throws Failure `forbidden` where the account sees less than its member
   */
  readings(caller: Caller, objects: readonly string[]): Promise<Read[]>;
  /**
   * Records of the caller's own member, newest first.
   * @param most how many objects a record names by itself
   * @throws Failure `forbidden` unless the caller is an auditor who sees all that its member sees
   */
  records(caller: Caller, filter: RecordFilter, most: number): Promise<RecordRow[]>;
  /** What one record names. @throws Failure `forbidden` as above, `not-found` */
  recordObjects(caller: Caller, sequence: number, page: { from: number; limit: number }): Promise<string[]>;
  /** When the account was here before this visit, microseconds; `undefined` on the first. */
  visit(caller: Caller): Promise<number | undefined>;
}

/** Microseconds after which somebody who comes back is on another visit. */
const pause = 3600 * 1_000_000;

export function accessActs(cell: Cell): AccessActs {
  const { writer } = cell.database;
  return {
    async readings(caller, objects) {
      requireWhole(caller);
      return inTransaction(
        writer,
        async (client) =>
          readReadings(client, await tellable(client, caller.member, objects, cell.world.now())),
        { readOnly: true, isolation: 'repeatable read' },
      );
    },

    async records(caller, filter, most) {
      requireAuditor(caller);
      return listRecords(writer, caller.member, filter, most);
    },

    async recordObjects(caller, sequence, page) {
      requireAuditor(caller);
      const objects = await readRecordObjects(writer, caller.member, sequence, page);
      if (objects === undefined) throw new Failure('not-found', 'There is no such record.');
      return objects;
    },

    visit: (caller) => noteVisit(writer, caller.account, cell.world.now(), pause),
  };
}

function requireAuditor(caller: Caller): void {
  requireWhole(caller);
  if (!actsAs(caller, 'auditor', 'read'))
    throw new Failure('forbidden', 'An auditor of the member does this.');
}

/** Whose reads of these objects the contributor may be told, and from which moment on. */
async function tellable(
  client: Queryable,
  contributor: string,
  objects: readonly string[],
  at: number,
): Promise<Reading[]> {
  const coalition = await readCoalition(client);
  const own = await loadOwn(client, contributor, objects, { withReferences: false });
  return others(coalition, contributor).flatMap((member) => {
    const forecast = new Forecast(coalition, contributor, member, at);
    return objects.flatMap((object): Reading[] => {
      const judgements = (own.get(object) ?? []).map((one) => forecast.contribution(one, own, new Set()));
      const { verdict, since } = oneOf(judgements);
      return verdict === 'yes' ? [{ object, member, since }] : [];
    });
  });
}

const others = (coalition: Coalition, contributor: string): string[] =>
  [...coalition.members].filter(([id, { departed }]) => !departed && id !== contributor).map(([id]) => id);
