/** Sets what the server has of a world against what the oracle says of it. */
import type { JsonObject } from '@entente/core/stix/types';
import { neutralSentence } from '@entente/core/release/form';
import { seenForm, type SeenInGroup } from '@entente/store/view/group';
import type { Bounds } from '@entente/store/feed/sequencer';
import { noticeIds } from '@entente/server/notice-id';
import { noticeObject } from '@entente/store/notice/writer';
import { standIn } from '@entente/server/serve/present/present';
import { startTestCell, testKeys, type TestCell } from '../cell.ts';
import { coreHanded } from '../oracle/core-handed.ts';
import type { Handed } from '../oracle/handed.ts';
import { Oracle } from '../oracle/oracle.ts';
import type { Act, World } from '../world/acts.ts';
import { playAct } from '../world/play.ts';

/** The oracle's hands, with the stand-ins and the neutral sentence of the server under test. */
export const handed: Handed = {
  ...coreHanded,
  neutralText: neutralSentence,
  noticeObject: (reader, { id, version, contributor, part }, at) => {
    const loss = { object: id, version: Number(version), contributor, part };
    const notice = { ...loss, reader, at: Number(at), id: 0, change: 0 };
    return noticeObject(loss, noticeIds(testKeys.standIn).object(notice), Number(at));
  },
  standIn: (reader, contributor, object, version, path, type) =>
    standIn(testKeys.standIn, reader, { contributor, object, version: Number(version) }, path, type),
};

/** One row of a feed, as both sides tell it. */
export interface ToldRow {
  id: string;
  version: number;
  contributor: string;
  added: number;
  served: boolean;
  form: JsonObject;
  cuts: string[];
}

/** The feed that the oracle gives a member. */
export function oracleFeed(oracle: Oracle, member: string): ToldRow[] {
  return oracle.feed(member).map(({ id, version, contributor, dateAdded, isServed, form, cuts }) => ({
    id,
    version: Number(version),
    contributor,
    added: Number(dateAdded),
    served: isServed,
    form,
    cuts: [...cuts].sort(),
  }));
}

/** The feed that the server has laid for a member, with forms as they are served. */
export async function serverFeed({ cell }: TestCell, member: string): Promise<ToldRow[]> {
  const { rows } = await cell.database.writer.query<{ contribution: number; at: number; shown: boolean }>(
    'select contribution, at, shown from feed where reader = $1 order by at',
    [member],
  );
  return cell.view(member, async (view) => {
    const seen = await view.contributions(rows.map(({ contribution }) => contribution));
    const byId = new Map(seen.map((one) => [one.id, one]));
    return rows.map(({ contribution, at, shown }) => {
      const one = byId.get(contribution);
      if (one === undefined) throw new Error(`the feed has a row that the view withholds: ${contribution}`);
      const { object, cuts } = seenForm(one, view.reader.rights, (path, type) =>
        standIn(testKeys.standIn, member, one, path, type),
      );
      const { object: id, version, contributor } = one as SeenInGroup;
      return { id, version, contributor, added: at, served: shown, form: object, cuts };
    });
  });
}

export type Told = { act: number; member: string; oracle: unknown; server: unknown };

/**
 * Plays a world on both sides; the first place where they differ, or nothing.
 * @param bounds of the slices in which the feeds are served
 */
export async function firstDifference(world: World, bounds?: Bounds): Promise<Told | undefined> {
  const started = await startTestCell(undefined, bounds);
  try {
    const oracle = new Oracle(handed);
    const members: string[] = [];
    for (const [index, act] of world.acts.entries()) {
      if (act.kind === 'member') members.push(act.id);
      const difference = await playBoth(started, oracle, act, members);
      if (difference !== undefined) return { act: index, ...difference };
    }
    return undefined;
  } finally {
    await started.close();
  }
}

async function playBoth(
  started: TestCell,
  oracle: Oracle,
  act: Act,
  members: readonly string[],
): Promise<Omit<Told, 'act'> | undefined> {
  started.world.at = act.at;
  await started.cell.settle();
  const outcomes = oracle.play(act);
  const answers = await playAct(started.cell, act);
  if (outcomes !== undefined && act.kind === 'put') {
    const told = answers.map(({ outcome }) => outcome);
    if (JSON.stringify(told) !== JSON.stringify(outcomes)) {
      return { member: act.member, oracle: outcomes, server: answers };
    }
  }
  for (const member of members) {
    const [wanted, found] = [oracleFeed(oracle, member), await serverFeed(started, member)];
    const at = wanted.findIndex((row, index) => !isSame(row, found[index]));
    if (at >= 0 || found.length !== wanted.length) {
      const place = at < 0 ? wanted.length : at;
      return { member, oracle: wanted[place], server: found[place] };
    }
  }
  return undefined;
}

const isSame = (a: ToldRow, b: ToldRow | undefined): boolean =>
  b !== undefined && coreHanded.canonical(a as never) === coreHanded.canonical(b as never);
