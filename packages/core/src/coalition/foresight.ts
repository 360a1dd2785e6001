/**
 * What a contributor can say by itself of whom an audience reaches (ADR 5, rule 8): from the rosters that it may
 * read. Where these are not enough, it depends on others.
 */
import type { Label } from '../label/label.ts';
import { communitiesAbove, openings, type RosterEntry, type Rosters } from './roster.ts';

export type Foreseen = 'yes' | 'no' | 'depends-on-others';

/** All must hold. */
const allOf = (all: readonly Foreseen[]): Foreseen =>
  all.includes('no') ? 'no' : all.includes('depends-on-others') ? 'depends-on-others' : 'yes';

/** One must hold. */
const oneOf = (all: readonly Foreseen[]): Foreseen =>
  all.includes('yes') ? 'yes' : all.includes('depends-on-others') ? 'depends-on-others' : 'no';

/** What one member knows of another. */
export class Foresight {
  /** Rosters that the contributor may read: those of communities that it is within. */
  readonly readable: Rosters;
  private readonly contributor: string;
  private readonly member: string;
  private readonly within: ReadonlySet<string>;
  private readonly opened: ReadonlyMap<string, number>;

  constructor(rosters: Rosters, contributor: string, member: string) {
    this.contributor = contributor;
    this.member = member;
    this.within = new Set(openings(rosters, contributor).keys());
    this.readable = {
      communities: rosters.communities,
      entries: rosters.entries.filter(({ community }) => this.within.has(community)),
    };
    this.opened = openings(this.readable, member);
  }

  /** Communities that the member is known to be within, each with the epoch from which it is open to it. */
  get communities(): ReadonlyMap<string, number> {
    return this.opened;
  }

  /** Whether an audience reaches the member. */
  audience(audience: string): Foreseen {
    if (audience === 'public') return 'yes';
    if (audience.startsWith('member:')) return audience.slice(7) === this.member ? 'yes' : 'no';
    const [, community = '', epoch = '-1'] = /^community:([^@]+)@(\d+)$/.exec(audience) ?? [];
    if (!this.within.has(community)) return 'depends-on-others';
    if ((this.opened.get(community) ?? Infinity) <= Number(epoch)) return 'yes';
    return this.isKnownWhole(community) ? 'no' : 'depends-on-others';
  }

  /**
   * Whether a label permits the member at a moment (microseconds), by its audiences and its date. Where it asks for a
   * clearance or an attribute, a yes is not said: who has been granted what, and since when, is not the contributor's.
   */
  label(label: Label, at: number): Foreseen {
    if (label.until !== undefined && label.until <= at) return 'no';
    if (label.any.length === 0) return 'no';
    const clauses = allOf(label.any.map((clause) => oneOf(clause.map((one) => this.audience(one)))));
    const asksMore = label.all.length > 0 || Object.values(label.levels).some((rank) => rank > 0);
    return clauses === 'yes' && asksMore ? 'depends-on-others' : clauses;
  }

  /**
   * Since which change of the cell the contributor could say at any moment that the audiences reach the member.
   * @param enteredIn the number of the change that wrote a line of a roster
   */
  since(label: Label, enteredIn: (line: RosterEntry) => number): number {
    const ofAudience = (audience: string): number =>
      audience.startsWith('community:')
        ? this.together(audience.slice(10).replace(/@\d+$/, ''), enteredIn)
        : 0;
    const clauses = label.any.map((clause) =>
      Math.min(...clause.filter((one) => this.audience(one) === 'yes').map(ofAudience)),
    );
    return Math.max(0, ...clauses);
  }

  /** Since when both have stood in a community by the lines that they stand by now. */
  private together(community: string, enteredIn: (line: RosterEntry) => number): number {
    const both = [this.contributor, this.member];
    const ways = new Set([...both, ...both.flatMap((one) => [...communitiesAbove(this.readable, one)])]);
    const lines = this.readable.entries.filter(
      (line) =>
        ways.has(line.entry) &&
        (line.community === community || communitiesAbove(this.readable, line.community).has(community)),
    );
    return Math.max(0, ...lines.map(enteredIn));
  }

  /** Whether every roster under a community may be read. */
  private isKnownWhole(community: string): boolean {
    if (!this.within.has(community)) return false;
    return this.readable.entries
      .filter((line) => line.community === community && this.readable.communities.has(line.entry))
      .every((line) => this.isKnownWhole(line.entry));
  }
}
