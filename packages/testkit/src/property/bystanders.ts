/** Who asks beside the members of a pair: the other members, who read and acknowledge, and the secretary. */
import type { Asked, Told } from './asked.ts';
import { asSecretary, tabling } from './as-secretary.ts';
import { both } from './both.ts';
import { withoutCommitments } from './commitments.ts';
import { isEmpty, isSame } from './coverage.ts';
import { othersOf, type Pair } from './pair.ts';
import type { Stage } from './stage.ts';

/** An answer to the secretary that is another in the other world. */
export interface Difference {
  route: string;
  asked: Asked;
  told: [Told, Told];
}

/** After so many calls, what a member asked is asked by its secretary as well. */
const askedAgain = 11;

export class Bystanders {
  private readonly stages: readonly [Stage, Stage];
  private readonly pair: Pair;
  /** How often the secretary was told something. */
  told = 0;

  constructor(stages: readonly [Stage, Stage], pair: Pair) {
    this.stages = stages;
    this.pair = pair;
  }

  /**
   * The other members read all that they have, alike in both worlds: what is recorded of it differs by what is hidden
   * from those who ask.
   * @param round how often they have read before
   */
  async read(at: number, calls: number, round: number): Promise<void> {
    for (const other of othersOf(this.pair)) {
      const headers = { authorization: `Bearer token-of-${other}` };
      const asked: Asked = { method: 'GET', url: '/api/v1/export?versions=all', headers };
      await both(this.stages.map((stage) => stage.ask(at, `call ${calls} of others`, asked)));
      const asOther = this.asOther(at, calls, other);
      for (const url of this.opened(round)) await asOther({ method: 'GET', url });
      if (round % 2 === 1) continue;
      for (const id of await recallsOf(asOther))
        await asOther({ method: 'POST', url: `/api/v1/recalls/${id}/acknowledge`, payload: '{}' });
    }
  }

  /** Every few calls the secretary of the member asks the same. */
  async askAgain(
    at: number,
    calls: number,
    { member, route, asked }: { member: string; route: string; asked: Asked },
  ): Promise<Difference | undefined> {
    const again = calls % askedAgain === 0 ? asSecretary(member, asked) : undefined;
    return again && (await this.compare(at, calls, route, again))[1];
  }

  /** The secretary drafts, tables and withdraws a text for the whole cell; a millisecond each. */
  async table(at: number): Promise<Difference | undefined> {
    const steps = tabling(this.pair.members[0] as string);
    for (let next = steps.next(), step = 0; next.done !== true; step += 1) {
      const route = `${next.value.method} of the secretary`;
      const [told, found] = await this.compare(at + step * 1000, step, route, next.value);
      if (found !== undefined) return found;
      next = steps.next(told);
    }
    return undefined;
  }

  private async compare(
    at: number,
    calls: number,
    route: string,
    asked: Asked,
  ): Promise<[Told, Difference | undefined]> {
    const name = `call ${calls} of the secretary`;
    const told = await both(this.stages.map((stage) => stage.ask(at, name, asked)));
    if (!isEmpty(told[0])) this.told += 1;
    const [before, after] = told.map((one) => withoutCommitments(route, one)) as [Told, Told];
    return [told[0], isSame(before, after) ? undefined : { route, asked, told }];
  }

  /** Records that another member opens this time, whether it has them or not: some of what the worlds name. */
  private opened(round: number): string[] {
    const { ids, hot } = this.pair;
    const some = [...hot.map(({ id }) => id), ...ids].filter((_id, index) => index % 3 === round % 3);
    return [...new Set(some)].slice(0, 6).map((id) => `/api/v1/objects/${id}/claims?opened=true`);
  }

  private asOther(at: number, calls: number, other: string): AsOther {
    const headers = { authorization: `Bearer token-of-${other}`, 'content-type': 'application/json' };
    return (request) => {
      const name = `${request.method} ${request.url} of ${other}`;
      const asked = { ...request, headers };
      return both(this.stages.map((stage) => stage.ask(at, `call ${calls}: ${name}`, asked)));
    };
  }
}

type AsOther = (request: Omit<Asked, 'headers'>) => Promise<[Told, Told]>;

/** Recalls that another member has in either world, and acknowledges in both. */
async function recallsOf(asOther: AsOther): Promise<string[]> {
  const told = await asOther({ method: 'GET', url: '/api/v1/recalls?state=open' });
  const lists = told.map(({ body }) => (JSON.parse(body) as { items: { id: string }[] }).items);
  return [...new Set(lists.flat().map(({ id }) => id))].sort();
}
