/** Who would see what, as far as the contributor may know (ADR 5, rule 8). */
import type { Explanation } from '@entente/contract/label';
import { Failure } from '@entente/core/failure';
import { parseLabel, type Label, type LabelParts } from '@entente/core/label/label';
import { resolveLabel } from '@entente/core/label/resolve';
import { isPresent, knownTo, readCoalition, type Coalition } from '@entente/store/coalition/rights';
import { readOwnBody, type OwnContribution } from '@entente/store/contribution/reader';
import type { Queryable } from '@entente/store/database/queryable';
import { inTransaction } from '@entente/store/database/transaction';
import { requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import type { GivenVersion } from '../read-log.ts';
import { Forecast, oneOf, type Judgement, type OwnContributions } from './forecast.ts';
import { formFor, type ForecastForm } from './forecast-form.ts';
import { findOwn, type OwnAsked, type OwnFound } from './own-contributions.ts';

export interface ExplainActs {
  /** Who would see what the caller put in under this label, were it free of references. */
  label(caller: Caller, parts: LabelParts): Promise<Explanation[]>;
  /**
   * Who sees what the caller's member contributed of an object.
   * @param from objects in the caller's view that refer to it: of those that are its member's it is told who is led
   * from them to this one
   * @throws Failure `not-found` where the member contributed nothing of it, `forbidden` where the account sees less
   * than its member
   */
  contribution(caller: Caller, asked: OwnAsked, from?: readonly string[]): Promise<ContributionExplained>;
  /**
   * The form of it that a member would get, from what the caller's member owns alone.
   * @throws as `contribution`; `not-found`, too, where there is no such member
   */
  viewAs(caller: Caller, asked: OwnAsked, member: string): Promise<ViewedAs>;
}

export interface ContributionExplained {
  items: Explanation[];
  /** Of the version asked for, one for each contribution, each once; or the one on trial. */
  labels: Label[];
}

/** What the member would get, and which contribution was looked at for it. */
export interface ViewedAs extends Judgement, ForecastForm {
  parts: NonNullable<Explanation['parts']>;
  given: GivenVersion;
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
          forecasts(coalition, caller.member, cell.world.now(), (forecast) => forecast.label(label)),
        );
      }),

    async contribution(caller, asked, from) {
      requireWhole(caller);
      return read(async (client, coalition) => {
        const found = await findOwn(client, coalition, caller.member, asked, from);
        const items = forecasts(coalition, caller.member, cell.world.now(), (forecast) => ({
          ...explained(forecast, found),
          ...(from === undefined ? {} : { from: leading(forecast, from, asked.object, found.own) }),
        }));
        return { items, labels: [...new Set(found.asked.map(({ label }) => label))].map(parseLabel) };
      });
    },

    async viewAs(caller, asked, member) {
      requireWhole(caller);
      return read(async (client, coalition) => {
        const found = await findOwn(client, coalition, caller.member, asked);
        if (!presentMembers(coalition).includes(member)) {
          throw new Failure('not-found', 'There is no such member.');
        }
        const forecast = new Forecast(coalition, caller.member, member, cell.world.now());
        return viewedAs(client, caller.member, forecast, found);
      });
    },
  };
}

/** Of several contributions of one version, one that permits is enough. */
function deciding(
  forecast: Forecast,
  { asked, own }: OwnFound,
): { one: OwnContribution; judgement: Judgement } {
  const judgements = asked.map((one) => forecast.contribution(one, own, new Set()));
  const judgement = oneOf(judgements);
  const place = judgements.findIndex(({ verdict }) => verdict === judgement.verdict);
  return { one: asked[place] as OwnContribution, judgement };
}

function explained(forecast: Forecast, found: OwnFound): Omit<Explanation, 'member'> {
  const { one, judgement } = deciding(forecast, found);
  const parts = judgement.verdict === 'no' ? [] : forecast.parts(one, found.own);
  return { ...judgement, ...(parts.length === 0 ? {} : { parts }) };
}

/** Which of the member's own objects lead the other to a target. */
function leading(
  forecast: Forecast,
  from: readonly string[],
  target: string,
  own: OwnContributions,
): NonNullable<Explanation['from']> {
  return from.flatMap((object) => {
    const ways = (own.get(object) ?? [])
      .filter(({ references }) => references.includes(target))
      .map((one) => forecast.leads(one, target, own).verdict);
    const open = (['yes', 'depends-on-others'] as const).find((verdict) => ways.includes(verdict));
    return open === undefined ? [] : [{ object, open }];
  });
}

async function viewedAs(
  client: Queryable,
  contributor: string,
  forecast: Forecast,
  found: OwnFound,
): Promise<ViewedAs> {
  const { one, judgement } = deciding(forecast, found);
  const { id: contribution, object, version, timed } = one;
  const given = { contribution, object, version, timed, added: undefined };
  if (judgement.verdict === 'no')
    return { ...judgement, parts: [], object: null, cuts: [], uncertain: [], given };
  const parts = forecast.parts(one, found.own);
  const body = await readOwnBody(client, contributor, contribution);
  if (body === undefined) throw new Failure('internal', 'A contribution was there, and has no body.');
  return { ...judgement, parts, ...formFor(forecast, one, parts, body), given };
}

const presentMembers = (coalition: Coalition): string[] =>
  [...coalition.members].filter(([, member]) => isPresent(member)).map(([id]) => id);

function forecasts(
  coalition: Coalition,
  contributor: string,
  at: number,
  judge: (forecast: Forecast) => Omit<Explanation, 'member'>,
): Explanation[] {
  return presentMembers(coalition)
    .sort()
    .map((member) => ({ member, ...judge(new Forecast(coalition, contributor, member, at)) }));
}
