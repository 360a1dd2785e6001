/**
 * Decisions in a world, and what each member has to be told of them: whom they are put to is worked out from the rosters
 * of the oracle, and what becomes of them from the design page alone.
 */
import type { Oracle } from '../oracle/oracle.ts';
import type { TestServer } from '../server.ts';
import { callerOf } from '../world/play.ts';
import { secretaryOf, tableText } from './decisions.ts';

interface Expected {
  id: string;
  community: string | undefined;
  electors: string[];
  expiry: number;
  /** Who broke silence in time. */
  broken: string | undefined;
}

const second = 1_000_000;
const silence = 4;

export class TabledDecisions {
  private readonly server: TestServer;
  private readonly oracle: Oracle;
  /** The latest first. */
  private readonly expected: Expected[] = [];

  constructor(server: TestServer, oracle: Oracle) {
    this.server = server;
    this.oracle = oracle;
  }

  /** Puts a text to the cell and one to each community that has members; every other one is broken. */
  async table(): Promise<void> {
    const { coalition } = this.oracle;
    const present = [...coalition.members.keys()].filter((id) => coalition.isPresent(id));
    const [secretary] = present;
    if (secretary === undefined) return;
    for (const community of [undefined, ...coalition.communities.keys()]) {
      const electors = present.filter((id) => community === undefined || coalition.isWithin(id, community));
      if (electors.length === 0) continue;
      this.server.world.at += 1000;
      const id = await tableText(this.server, secretaryOf(secretary), {
        ...(community === undefined ? {} : { community }),
        seconds: silence,
      });
      const expiry = this.server.world.at + silence * second;
      const broken = this.expected.length % 2 === 1 ? electors.at(-1) : undefined;
      if (broken !== undefined) await this.server.ports.decisions.break(callerOf(broken), id, 'Too long.');
      this.expected.unshift({ id, community, electors, expiry, broken });
    }
  }

  /** What a member is told otherwise than it has to be. */
  async differences(member: string): Promise<unknown[]> {
    const wanted = this.expected
      .filter((one) => this.isFor(one, member))
      .map(({ id, electors, expiry, broken }) => ({
        id,
        voices: electors.length,
        brokenBy: broken === undefined ? 0 : 1,
        voice: true,
        state:
          broken !== undefined
            ? 'consultation'
            : this.server.world.at >= expiry
              ? 'adopted'
              : 'under-silence',
      }));
    const { body } = await this.server.get(member, '/api/v1/decisions?limit=1000');
    const { items } = JSON.parse(body) as { items: (typeof wanted)[number][] };
    const found = items.map(({ id, voices, brokenBy, voice, state }) => ({
      id,
      voices,
      brokenBy,
      voice,
      state,
    }));
    if (JSON.stringify(found) !== JSON.stringify(wanted)) return [{ member, wanted, found }];
    for (const { id, electors, broken } of this.expected) {
      if (!wanted.some((one) => one.id === id)) continue;
      const opened = await this.server.get(member, `/api/v1/decisions/${id}`);
      const told = JSON.parse(opened.body) as { electors: string[]; objectors: string[] };
      const whole = [[...told.electors].sort(), told.objectors];
      const due = [[...electors].sort(), broken === undefined ? [] : [broken]];
      if (JSON.stringify(whole) !== JSON.stringify(due)) return [{ member, id, due, whole }];
    }
    const hidden = this.expected.find((one) => !this.isFor(one, member));
    if (hidden === undefined) return [];
    const { statusCode } = await this.server.get(member, `/api/v1/decisions/${hidden.id}`);
    return statusCode === 404 ? [] : [{ member, hidden: hidden.id, statusCode }];
  }

  /** Whether a text is shown to a member: of one that was broken, what comes next is for the community as it is now. */
  private isFor({ electors, broken, community }: Expected, member: string): boolean {
    const { coalition } = this.oracle;
    if (!coalition.isPresent(member) || !electors.includes(member)) return false;
    return broken === undefined || community === undefined || coalition.isWithin(member, community);
  }
}
