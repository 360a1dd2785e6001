/** A whole run of a world through the oracle, with what one member sees at every moment. */
import type { Contribution } from '../oracle/contribution.ts';
import type { Handed } from '../oracle/handed.ts';
import { permitsReader, printOracleLabel, project, type OracleLabel } from '../oracle/label.ts';
import { Oracle } from '../oracle/oracle.ts';
import type { Row } from '../oracle/feed.ts';
import { toldConsents } from '../oracle/consent-told.ts';
import { groundsOf } from '../oracle/view.ts';
import type { Act, World } from './acts.ts';
import { firstInstant } from './pool.ts';

/** One contribution over a run, under a name that is the same in every world that has the same act. */
export interface Life {
  key: string;
  contributor: string;
  /** Moment by moment: its label, without epochs; shows when it was there. */
  labels: string[];
  /** How its label alone stood towards the member, moment by moment. */
  standings: string[];
  wasSeen: boolean;
  /** Selectors that were cut whenever the member saw it; `undefined` before it was seen. */
  alwaysCut: Set<string> | undefined;
}

export interface Run {
  /** What the member is told, each time that it changes: its feed, and the outcomes of its puts. */
  transcript: string[];
  lives: Map<string, Life>;
  /** What in the member's view is grounded on which of the contributions named, each time that it changes. */
  grounds: (isCounted: (key: string) => boolean) => string[];
  /** What others asked the member, and answered it, each as they did. */
  asked: string[];
  /** Whether the member could ever read the roster of a community. */
  couldRead: (community: string) => boolean;
}

export const keyOf = (act: Act, body: string): string => `${act.at} ${body}`;
const lastInstant = firstInstant + 86_400_000_000;
const withoutEpochs = (text: string): string => text.replace(/@\d+/g, '');

/** Plays a world and watches one member. */
export function watch(world: World, member: string, handed: Handed): Run {
  const watching = new Watching(world, member, handed);
  return watching.run();
}

class Watching {
  private readonly world: World;
  private readonly member: string;
  private readonly handed: Handed;
  private readonly oracle: Oracle;
  private readonly transcript: string[] = [];
  private lastView = '';
  private readonly lives = new Map<string, Life>();
  private readonly read = new Set<string>();
  private readonly groundMoments: { time: bigint; links: [string, string][] }[] = [];

  constructor(world: World, member: string, handed: Handed) {
    this.world = world;
    this.member = member;
    this.handed = handed;
    this.oracle = new Oracle(handed, () => this.look());
  }

  run(): Run {
    for (const act of this.world.acts) {
      const outcome = this.oracle.play(act);
      if (act.kind === 'put' && act.member === this.member)
        this.transcript.push(`put ${act.at} ${String(outcome)}`);
    }
    // Every world ends at the same instant, whichever act is its last.
    this.oracle.now(lastInstant);
    const { transcript, lives } = this;
    return {
      transcript,
      lives,
      asked: this.asked(),
      grounds: (isCounted) => this.groundsOn(isCounted),
      couldRead: (id) => this.read.has(id),
    };
  }

  private look(): void {
    const rows = this.oracle.rows(this.member);
    const told = this.handed.canonical({ ...toldConsents(this.oracle, this.member, this.handed) });
    this.tellView([...rows.map((row) => this.printRow(row)), told].join('\n'));
    const { coalition } = this.oracle;
    for (const community of coalition.communities.keys())
      if (coalition.isWithin(this.member, community)) this.read.add(community);
    const here = new Set(this.oracle.everything.map((c) => this.key(c)));
    for (const c of this.oracle.everything) this.follow(c);
    for (const life of this.lives.values()) if (!here.has(life.key)) this.note(life, 'gone', 'gone');
    for (const row of rows) {
      const life = this.lifeOf(row.seen.contribution);
      const cuts = new Set(row.seen.cuts.map((cut) => cut.selector));
      life.wasSeen = true;
      life.alwaysCut = life.alwaysCut ? new Set([...life.alwaysCut].filter((one) => cuts.has(one))) : cuts;
    }
    this.followGrounds();
  }

  /** A request is its owners' to see, and what they do about it its asker's. */
  private asked(): string[] {
    const { member } = this;
    return this.oracle.asked.flatMap(({ act, owners, answers, items, takenBackAt }) => {
      const said = [...answers.values()].map(({ act: answer, withdrawnAt }) => ({
        ...answer,
        withdrawn: String(withdrawnAt),
      }));
      if (act.member === member) return said.map((answer) => JSON.stringify(answer));
      if (!owners.includes(member)) return [];
      const versions = items.map(({ version }) => String(version));
      return [JSON.stringify({ ...act, versions, takenBack: String(takenBackAt) })];
    });
  }

  private tellView(text: string): void {
    if (this.lastView !== text) this.transcript.push(`at ${this.oracle.time}\n${text}`);
    this.lastView = text;
  }

  private printRow({ seen, dateAdded, isServed }: Row): string {
    const { contributor, id } = seen.contribution;
    return `${dateAdded} ${isServed ? 'served' : 'claim'} ${contributor} ${id} ${this.handed.canonical(seen.form)}`;
  }

  private key(c: Contribution): string {
    const act = this.world.acts[c.act]; // a notice of the hub's is of no act of the world
    return act === undefined ? `${c.contributor} ${c.body}` : keyOf(act, c.body);
  }

  private lifeOf(c: Contribution): Life {
    const key = this.key(c);
    const { contributor } = c;
    const life = this.lives.get(key) ?? {
      key,
      contributor,
      labels: [],
      standings: [],
      wasSeen: false,
      alwaysCut: undefined,
    };
    this.lives.set(key, life);
    return life;
  }

  /** Moments at which nothing changes leave no trace, so that worlds with other acts can be compared. */
  private follow(c: Contribution): void {
    const labels = [c.label, ...c.portions.map((portion) => portion.label)];
    // The instant that a cyber-observable has as its version follows from what its contributor put in before.
    const print = `${c.version} ${withoutEpochs(labels.map(printOracleLabel).join())} ${c.taken.join()}`;
    const sees = (owner: string): boolean =>
      owner === c.contributor ||
      this.oracle
        .rows(this.member)
        .some(({ seen }) => seen.contribution.id === c.id && seen.contribution.contributor === owner);
    const standings = labels.map((label) => this.standing(label, sees));
    this.note(this.lifeOf(c), print, `${c.version} ${standings.join()} ${c.taken.join()}`);
  }

  private note(life: Life, label: string, standing: string): void {
    const { time } = this.oracle;
    if (!life.labels.at(-1)?.endsWith(` ${label}`)) life.labels.push(`${time} ${label}`);
    if (!life.standings.at(-1)?.endsWith(` ${standing}`)) life.standings.push(`${time} ${standing}`);
  }

  private standing(label: OracleLabel, sees: (owner: string) => boolean): string {
    const { coalition, time } = this.oracle;
    const isPermitted = permitsReader(label, this.member, time, coalition);
    const shown = project(label, this.member, sees, coalition, this.handed);
    return isPermitted ? this.handed.canonical(shown) : 'withheld';
  }

  private followGrounds(): void {
    const { everything, time } = this.oracle;
    const links = this.oracle
      .rows(this.member)
      .flatMap(({ seen: { contribution: c } }) =>
        c.references.flatMap(({ target }) =>
          groundsOf(c, target, everything).map((ground): [string, string] => [this.key(c), this.key(ground)]),
        ),
      );
    this.groundMoments.push({ time, links });
  }

  private groundsOn(isCounted: (key: string) => boolean): string[] {
    const moments = this.groundMoments.map(({ time, links }) => {
      const counted = links.filter(([, ground]) => isCounted(ground)).map((link) => link.join(' <- '));
      return { time, text: [...new Set(counted)].sort().join('\n') };
    });
    const changes = moments.filter(({ text }, index) => text !== moments[index - 1]?.text);
    return changes.map(({ time, text }) => `${time} ${text}`);
  }
}
