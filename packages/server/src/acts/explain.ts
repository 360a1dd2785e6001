/** Who would see what, as far as the contributor may know (release.md, rule 8). */
import type { Explanation } from '@entente/contract/label';
import { Failure } from '@entente/core/failure';
import type { LabelParts } from '@entente/core/label/label';
import { resolveLabel } from '@entente/core/label/resolve';
import { knownTo, readCoalition, type Coalition } from '@entente/store/coalition/rights';
import { readOwn, type OwnContribution } from '@entente/store/contribution/reader';
import type { Queryable } from '@entente/store/database/queryable';
import { inTransaction } from '@entente/store/database/transaction';
import { requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { Forecast, oneOf, type Judgement, type OwnContributions } from './forecast.ts';

export interface ExplainActs {
  /** Who would see what the caller put in under this label, were it free of references. */
  label(caller: Caller, parts: LabelParts): Promise<Explanation[]>;
  /**
   * Who sees what the caller's member contributed of an object.
   * @param version as the store keeps it, microseconds; the latest where it is left out
   * @throws Failure `not-found` where the member contributed nothing of it, `forbidden` where the account sees less
   * than its member
   */
  contribution(caller: Caller, object: string, version?: number): Promise<Explanation[]>;
}

export function explainActs(cell: Cell): ExplainActs {
  const read = <Result>(
    work: (client: Queryable, coalition: Coalition) => Promise<Result>,
  ): Promise<Result> =>
    inTransaction(cell.database.writer, async (client) => work(client, await readCoalition(client)), {
      readOnly: true,
      isolation: 'repeatable read',
    });
  return {
    label: (caller, parts) =>
      read((_client, coalition) => {
        const label = resolveLabel(caller.member, [parts], {}, knownTo(coalition, caller.member));
        return Promise.resolve(
          forecasts(coalition, caller.member, cell.world.now(), (forecast) => told(forecast.label(label))),
        );
      }),

    async contribution(caller, object, version) {
      requireWhole(caller);
      return read(async (client, coalition) => {
        const own = await loadOwn(client, caller.member, [object], { withReferences: true });
        const asked = chosen(own.get(object) ?? [], version);
        if (asked.length === 0) throw noSuch();
        return forecasts(coalition, caller.member, cell.world.now(), (forecast) =>
          explained(forecast, asked, own),
        );
      });
    },
  };
}

const noSuch = (): Failure => new Failure('not-found', 'There is no such contribution of yours.');

function chosen(own: readonly OwnContribution[], version: number | undefined): OwnContribution[] {
  const asked = version ?? Math.max(...own.map((one) => one.version));
  return own.filter((one) => one.version === asked);
}

/** Of several contributions of one version, one that permits is enough. */
function explained(
  forecast: Forecast,
  asked: readonly OwnContribution[],
  own: OwnContributions,
): Omit<Explanation, 'member'> {
  const judgements = asked.map((one) => forecast.contribution(one, own, new Set()));
  const judgement = oneOf(judgements);
  const place = judgements.findIndex(({ verdict }) => verdict === judgement.verdict);
  const parts = judgement.verdict === 'no' ? [] : forecast.parts(asked[place] as OwnContribution, own);
  return { ...told(judgement), ...(parts.length === 0 ? {} : { parts }) };
}

const told = ({ verdict, reasons }: Judgement): Pick<Explanation, 'verdict' | 'reasons'> => ({
  verdict,
  reasons,
});

function forecasts(
  coalition: Coalition,
  contributor: string,
  at: number,
  judge: (forecast: Forecast) => Omit<Explanation, 'member'>,
): Explanation[] {
  const members = [...coalition.members].filter(([, { departed }]) => !departed).map(([id]) => id);
  return members.sort().map((member) => ({
    member,
    ...judge(new Forecast(coalition, contributor, member, at)),
  }));
}

/**
 * The contributor's own contributions of objects, and of all that these need in turn.
 * @param withReferences whether of all that the objects themselves refer to, too
 */
export async function loadOwn(
  client: Queryable,
  member: string,
  objects: readonly string[],
  { withReferences }: { withReferences: boolean },
): Promise<OwnContributions> {
  const own = new Map<string, OwnContribution[]>();
  const asked = new Set(objects);
  for (let wanted = [...asked]; wanted.length > 0;) {
    for (const id of wanted) own.set(id, []);
    const found = await readOwn(client, member, wanted);
    for (const one of found) own.get(one.object)?.push(one);
    const onward = found.flatMap((one) =>
      withReferences && asked.has(one.object)
        ? one.references
        : one.needs.flat().flatMap((closable) => (closable.startsWith('r') ? [closable.slice(1)] : [])),
    );
    wanted = [...new Set(onward)].filter((id) => !own.has(id));
  }
  return own;
}
