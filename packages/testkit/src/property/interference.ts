/**
 * Asks the same of two worlds that differ only in what the askers may see at no moment, one call after another,
 * and tells the first answer that differs (ADR 5, "The property").
 */
import type { Act } from '../world/acts.ts';
import type { Pick } from '../world/random.ts';
import type { Asked, Told } from './asked.ts';
import { both } from './both.ts';
import { Bystanders, type Difference } from './bystanders.ts';
import { accompany, isTo, noCompanions, type Companions } from './companions.ts';
import { withoutCommitments } from './commitments.ts';
import { isSame, printed, type Coverage } from './coverage.ts';
import { Draw, Memory } from './draw.ts';
import type { Generator } from './generator.ts';
import { callOf } from './own-calls.ts';
import { isOwn, startOf, type Pair } from './pair.ts';
import { generators } from './routes/index.ts';
import type { Stage } from './stage.ts';

export interface Leak {
  kinds: string[];
  member: string;
  route: string;
  call: string;
  before: Told;
  after: Told;
  acts: { before: Act[]; after: Act[] };
}

export interface Plan {
  pick: Pick;
  coverage: Coverage;
  /** Chooses the route of the next call. */
  next: () => Generator;
  /** Calls after the last act: to set a pair up takes longer than to ask it. */
  atEnd: number;
  /** After so many calls, the other members read: it takes longer than a call. */
  readEvery: number;
  /** Nothing goes with the worlds, and nobody but the members reads: where that tells nothing, it takes its time. */
  isBare?: boolean;
  /** Whether a leak is passed over, so that others are found in the same pair. */
  passes?: (leak: Leak) => boolean;
}

/** What differs, for whoever looks for the leak: the answers, and the acts that one of the worlds has. */
export function tell({ kinds, member, call, before, after, acts }: Leak): string {
  const print = (list: readonly Act[]): string[] => list.map((act) => JSON.stringify(act));
  const [old, young] = [print(acts.before), print(acts.after)];
  const only = (list: readonly string[], other: readonly string[]): string[] =>
    list.filter((text) => !other.includes(text));
  return [
    `${member} asks: ${call}`,
    `before: ${before.status} ${before.body}\n  ${before.headers}`,
    `after:  ${after.status} ${after.body}\n  ${after.headers}`,
    `changes (${kinds.join()}):`,
    ...only(old, young).map((text) => `- ${text}`),
    ...only(young, old).map((text) => `+ ${text}`),
    ...(process.env['ENTENTE_SHRINK'] === undefined ? [] : ['all acts before:', ...old]),
  ].join('\n');
}

type Step = { at: number; own?: Act };

/** Plays a pair of worlds with calls; the first answers that differ, or nothing. */
export async function firstLeak(
  stages: readonly [Stage, Stage],
  pair: Pair,
  plan: Plan,
): Promise<Leak | undefined> {
  await both(stages.map((stage) => stage.reset()));
  const run = new Interference(stages, pair, plan);
  return run.play();
}

class Interference {
  private readonly stages: readonly [Stage, Stage];
  private readonly pair: Pair;
  private readonly plan: Plan;
  private readonly memory = new Memory();
  private readonly waiting: readonly [Act[], Act[]];
  private readonly bystanders: Bystanders;
  private companions: Companions | undefined;
  private calls = 0;

  constructor(stages: readonly [Stage, Stage], pair: Pair, plan: Plan) {
    this.stages = stages;
    this.pair = pair;
    this.plan = plan;
    this.bystanders = new Bystanders(stages, pair);
    const others = (acts: readonly Act[]): Act[] => acts.filter((act) => !isOwn(act, pair.members));
    this.waiting = [others(pair.before.acts), others(pair.after.acts)];
  }

  async play(): Promise<Leak | undefined> {
    const start = startOf(this.pair.before);
    await this.playUntil(start);
    this.companions =
      this.plan.isBare === true
        ? noCompanions(this.pair)
        : await accompany(this.stages, this.pair, start + 300_000);
    const tabled = await this.tabled(start + 400_000);
    if (tabled !== undefined) return tabled;
    for (const step of this.steps(start)) {
      await this.playUntil(step.at);
      const leak = await this.call(step, this.companions);
      if (leak !== undefined) return leak;
    }
    this.plan.coverage.worlds += 1;
    this.plan.coverage.toldSecretary += this.bystanders.told;
    this.countLeft();
    for (const kind of this.pair.kinds)
      this.plan.coverage.kinds.set(kind, (this.plan.coverage.kinds.get(kind) ?? 0) + 1);
    return undefined;
  }

  /** The members' own acts, a call or two after each act, and more at the end while dates pass. */
  private steps(start: number): Step[] {
    const { acts } = this.pair.before;
    const own = acts.filter((act) => isOwn(act, this.pair.members)).map((act) => ({ at: act.at, own: act }));
    const after = acts
      .filter((act) => act.at > start && act.at % 1_000_000 === 0)
      .flatMap(({ at }) =>
        Array.from({ length: 1 + this.plan.pick(2) }, (_, place) => ({ at: at + 600_000 + place * 1000 })),
      );
    const end = Math.max(...[...acts, ...this.pair.after.acts].map(({ at }) => at));
    const last = Array.from({ length: this.plan.atEnd }, (_, place) => ({
      at: end + (2 + place) * 1_700_000,
    }));
    return [...own, ...after, ...last].sort((a, b) => a.at - b.at);
  }

  /**
   * Plays what others did until a time. Both worlds stop at the time of each act of either: what the hub does by
   * itself, once a second, else took its time from an act that only one of them has.
   */
  private async playUntil(at: number): Promise<void> {
    for (;;) {
      const next = Math.min(...this.waiting.map((acts) => acts[0]?.at ?? Infinity));
      if (next > at) return;
      await both(
        this.stages.map(async (stage, place) => {
          const waiting = this.waiting[place] as Act[];
          if (waiting[0]?.at === next) await stage.play(waiting.shift() as Act);
          else await stage.pass(next);
        }),
      );
    }
  }

  private async call(step: Step, companions: Companions): Promise<Leak | undefined> {
    const { pair, plan } = this;
    this.calls += 1;
    if (plan.isBare !== true && this.calls % plan.readEvery === 1)
      await this.bystanders.read(step.at, this.calls, Math.floor(this.calls / plan.readEvery));
    const { own } = step;
    const member =
      own !== undefined && 'member' in own
        ? own.member
        : (pair.members[plan.pick(pair.members.length)] as string);
    const draw = new Draw(plan.pick, { member, at: step.at }, pair, this.memory, companions);
    const { generator, asked } = own === undefined ? this.drawn(draw) : this.given(own, draw);
    const probe = generator.probe?.(asked);
    const probed = probe && (await both(this.stages.map((stage) => stage.probe(...probe))));
    const name = `call ${this.calls} of ${member}`;
    const [before, after] = await both(this.stages.map((stage) => stage.ask(step.at, name, asked)));
    plan.coverage.count(generator, before, probed !== undefined && probed[0] !== probed[1]);
    this.memory.take(generator.route, asked, before);
    const compared = [before, after].map((told) => withoutCommitments(generator.route, told)) as [Told, Told];
    if (isSame(...compared)) return this.beside(step.at, { member, route: generator.route, asked });
    const leak = this.leak(member, generator.route, asked, [before, after]);
    return plan.passes?.(leak) === true ? undefined : leak;
  }

  private leak(member: string, route: string, asked: Asked, [before, after]: [Told, Told]): Leak {
    const { kinds, before: old, after: young } = this.pair;
    const acts = { before: old.acts, after: young.acts };
    return { kinds, member, route, call: printed(asked), before, after, acts };
  }

  /** What differs beside the answer: what left the cell, and what the secretary is answered. */
  private async beside(
    at: number,
    call: { member: string; route: string; asked: Asked },
  ): Promise<Leak | undefined> {
    const left = this.leftCell(call.member, call.route, call.asked);
    if (left !== undefined || this.plan.isBare === true) return left;
    return this.toSecretary(call.member, await this.bystanders.askAgain(at, this.calls, call));
  }

  private async tabled(at: number): Promise<Leak | undefined> {
    if (this.plan.isBare === true) return undefined;
    return this.toSecretary(this.pair.members[0] as string, await this.bystanders.table(at));
  }

  private toSecretary(member: string, found: Difference | undefined): Leak | undefined {
    if (found === undefined) return undefined;
    const leak = this.leak(`the secretary of ${member}`, found.route, found.asked, found.told);
    return this.plan.passes?.(leak) === true ? undefined : leak;
  }

  private countLeft(): void {
    const { letters, calls } = this.stages[0].server.sent;
    const isMeant = isTo(this.pair.members);
    this.plan.coverage.left.letters += letters.filter(({ to }) => isMeant(to)).length;
    this.plan.coverage.left.calls += calls.filter(({ url }) => isMeant(url)).length;
  }

  /** E-mail and calls of webhooks that left for the members, word for word and in their order. */
  private leftCell(member: string, route: string, asked: Asked): Leak | undefined {
    const { pair } = this;
    const [before, after] = this.stages.map(({ server }) =>
      JSON.stringify(server.sent.sentTo(isTo(pair.members))),
    ) as [string, string];
    if (before === after) return undefined;
    const told = (body: string): Told => ({ status: 0, headers: 'what left the cell', body });
    return this.leak(member, route, asked, [told(before), told(after)]);
  }

  private drawn(draw: Draw): { generator: Generator; asked: Asked } {
    const generator = this.plan.next();
    return { generator, asked: generator.make(draw) };
  }

  private given(own: Act, draw: Draw): { generator: Generator; asked: Asked } {
    const { route, asked } = callOf(own, draw);
    const generator = generators.find((one) => one.route === route);
    if (generator === undefined) throw new Error(`no generator for ${route}`);
    return { generator, asked };
  }
}

/** Chooses routes in turn: of five calls, four are of routes that read members' data. */
export function inTurn(pick: Pick, among: readonly Generator[] = generators): () => Generator {
  const probed = among.filter(({ probe }) => probe !== undefined);
  const plain = among.filter(({ probe }) => probe === undefined);
  const places = { probed: pick(1000), plain: pick(1000) };
  return () => {
    const isPlain = plain.length > 0 && (probed.length === 0 || pick(8) === 0);
    const [list, place] = isPlain ? ([plain, 'plain'] as const) : ([probed, 'probed'] as const);
    places[place] += 1;
    return list[places[place] % list.length] as Generator;
  };
}
