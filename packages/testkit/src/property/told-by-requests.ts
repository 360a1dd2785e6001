/**
 * What boards of requests tell, set against what follows from docs/requests.md, the views of the oracle and what was
 * said: some requests are asked over a world, answered, narrowed and closed, and every member's boards are read.
 */
import type { RequestItem, StandingBody } from '@entente/contract/request';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import type { Handed } from '../oracle/handed.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { TestServer } from '../server.ts';
import { policyId } from '../world/pool.ts';

const second = 1_000_000;

/** A request as it was asked, and what has been said on it. */
interface Asked {
  id: string;
  asker: string;
  due: number;
  members: string[];
  /** Community → its epoch at the asking. */
  communities: Map<string, number>;
  said: Map<string, string>;
  closed: boolean;
}

const words: Record<string, [path: string, body: JsonObject | undefined]> = {
  acknowledged: ['acknowledge', undefined],
  answered: ['answer', { text: 'He is known.' }],
  declined: ['decline', {}],
  'nothing-held': ['nothing-held', {}],
};
const said = Object.keys(words);

export class AskedRequests {
  private readonly server: TestServer;
  private readonly oracle: Oracle;
  private readonly handed: Handed;
  private readonly requests: Asked[] = [];

  constructor(server: TestServer, oracle: Oracle, handed: Handed) {
    this.server = server;
    this.oracle = oracle;
    this.handed = handed;
  }

  /** Plays the requests of a world that has ended; what is told otherwise than it should be. */
  async differences(members: readonly string[]): Promise<unknown[]> {
    const present = members.filter((id) => this.oracle.coalition.isPresent(id));
    const communities = [...this.oracle.coalition.communities.keys()];
    for (const [place, asker] of present.entries()) {
      const others = present.filter((id) => id !== asker);
      const within = communities.filter((id) => this.oracle.coalition.isWithin(asker, id));
      await this.ask(asker, others.slice(place % 2), [], place % 3 === 0 ? { [policyId]: 1 } : {});
      await this.ask(asker, place % 2 === 0 ? [] : others.slice(0, 1), within, {});
    }
    const wrong = await this.speak(present);
    wrong.push(...(await this.compare(members)));
    await this.change();
    wrong.push(...(await this.compare(members)));
    return wrong;
  }

  /** The next second, on both sides. */
  private step(): number {
    this.server.world.at += second;
    this.oracle.now(this.server.world.at);
    return this.server.world.at;
  }

  private async ask(
    asker: string,
    members: string[],
    communities: string[],
    levels: Record<string, number>,
  ): Promise<void> {
    const addressees = [
      ...members.map((id) => `member:${id}`),
      ...communities.map((id) => `community:${id}`),
    ];
    if (addressees.length === 0) return;
    const at = this.step();
    const due = at + (20 + this.requests.length * 7) * second;
    const by = formatTimestamp(due);
    const asked = { title: 'Who?', text: 'Who is he?', by, addressees, label: { levels } };
    const answer = await this.server.post(asker, '/api/v1/requests', asked);
    if (answer.statusCode !== 201) throw new Error(`${asker} cannot ask: ${answer.body}`);
    const { id } = answer.json<{ id: string }>();
    await this.playNote(asker, id, at, { any: [addressees], levels });
    const epochs = communities.map((one): [string, number] => [one, this.epochOf(one)]);
    this.requests.push({
      id,
      asker,
      due,
      members,
      communities: new Map(epochs),
      said: new Map(),
      closed: false,
    });
  }

  /** Tells the oracle of a note, as its contributor has it. */
  private async playNote(member: string, id: string, at: number, chosen: object): Promise<void> {
    const { object } = (await this.server.get(member, `/api/v1/objects/${id}`)).json<{
      object: JsonObject;
    }>();
    this.oracle.play({ kind: 'put', at, member, collection: 'own', chosen, objects: [object] });
  }

  private epochOf = (community: string): number =>
    this.oracle.coalition.communities.get(community)?.epoch ?? 0;

  /** Everybody says something on every request, in time or after it; whom it is not for is refused. */
  private async speak(members: readonly string[]): Promise<unknown[]> {
    const wrong: unknown[] = [];
    for (const [place, request] of this.requests.entries()) {
      for (const [index, member] of members.entries()) {
        const at = this.step();
        const word = said[(place + index) % said.length] as string;
        const [path, body] = words[word] as [string, JsonObject | undefined];
        const isLate = word === 'acknowledged' && request.due <= at;
        const wanted = !this.isAsked(request, member) ? 404 : isLate ? 409 : word === 'answered' ? 201 : 204;
        const answer = await this.server.call(member, {
          method: 'POST',
          url: `/api/v1/requests/${request.id}/${path}`,
          ...(body && { payload: body }),
        });
        if (answer.statusCode !== wanted) wrong.push({ member, request, word, wanted, found: answer.body });
        if (wanted >= 400) continue;
        request.said.set(member, word);
        if (word !== 'answered') continue;
        await this.playNote(member, answer.json<{ id: string }>().id, at, {
          any: [[`member:${request.asker}`]],
        });
      }
    }
    return wrong;
  }

  /** One is closed, one narrowed, one recalled; time passes. */
  private async change(): Promise<void> {
    const [one, two, three] = this.requests;
    if (one !== undefined) {
      this.step();
      await this.server.call(one.asker, { method: 'POST', url: `/api/v1/requests/${one.id}/close` });
      one.closed = this.isThere(one, one.asker);
    }
    if (two !== undefined) {
      const { id: object, asker: member, members } = two;
      const label = { any: [[`member:${members[0] ?? member}`]] };
      const at = this.step();
      await this.server.post(member, '/api/v1/contributions/relabel', { selection: [{ object }], label });
      this.oracle.play({ kind: 'relabel', at, member, selection: [{ object }], label });
    }
    if (three !== undefined) {
      const { id: object, asker: member } = three;
      const at = this.step();
      await this.server.post(member, '/api/v1/contributions/recall', { selection: [{ object }] });
      this.oracle.play({ kind: 'recall', at, member, object });
    }
    this.server.world.at += 30 * second;
    this.step();
  }

  private async compare(members: readonly string[]): Promise<unknown[]> {
    const wrong: unknown[] = [];
    for (const member of members) {
      for (const board of ['mine', 'to-me', 'overdue', 'to-me&state=closed']) {
        const url = `/api/v1/requests?limit=1000&board=${board}`;
        const answer = (await this.server.get(member, url)).json<{ items: RequestItem[] }>();
        const found = answer.items.map(({ entry, by, standings }) => [entry.object.id, by, told(standings)]);
        const wanted = this.board(member, board);
        if (this.handed.canonical(found) !== this.handed.canonical(wanted as never))
          wrong.push({ member, board, wanted, found });
      }
      for (const request of this.requests) {
        const { statusCode } = await this.server.get(member, `/api/v1/requests/${request.id}`);
        const isTold =
          this.isAsked(request, member) || (request.asker === member && this.isThere(request, member));
        if ((statusCode === 200) !== isTold) wrong.push({ member, request, statusCode });
      }
    }
    return wrong;
  }

  private board(member: string, board: string): unknown[] {
    const now = this.server.world.at;
    const wanted = this.requests.filter((one) => {
      const isMine = one.asker === member && this.isThere(one, member);
      const isMe = this.isAsked(one, member);
      if (one.closed !== board.endsWith('closed')) return false;
      if (board === 'mine') return isMine;
      if (board !== 'overdue') return isMe;
      return one.due <= now && (isMine || (isMe && !this.hasAnswered(one, member)));
    });
    return wanted
      .sort((a, b) => a.due - b.due)
      .map((one) => [one.id, formatTimestamp(one.due), this.standings(one, member)]);
  }

  private hasAnswered = ({ said: words_ }: Asked, member: string): boolean =>
    words_.has(member) && words_.get(member) !== 'acknowledged';

  private standings(request: Asked, member: string): string[] {
    const { asker, members, communities } = request;
    const shown = [...this.oracle.coalition.members.keys()].filter((one) =>
      [...communities].some(([id, epoch]) => (this.shownFrom(asker, one, id) ?? Infinity) <= epoch),
    );
    const known = asker === member ? [...new Set([...members, ...shown])] : [member];
    return known
      .filter((one) => (one === member ? asker !== member : true))
      .sort()
      .map((one) => `${one} ${this.state(request, one)}`);
  }

  private state({ said: words_, due, closed }: Asked, member: string): string {
    const word = words_.get(member) ?? 'open';
    if (closed) return 'closed';
    return due <= this.server.world.at && (word === 'open' || word === 'acknowledged') ? 'expired' : word;
  }

  /** From which epoch a community is open to a member, by the rosters alone that the asker may read. */
  private shownFrom(asker: string, member: string, community: string): number | undefined {
    const { coalition } = this.oracle;
    const rosterOf = (id: string) =>
      coalition.isWithin(asker, id) ? (coalition.communities.get(id)?.roster ?? []) : [];
    type Entry = ReturnType<typeof rosterOf>[number];
    const below = (entry: Entry): number[] =>
      entry.entry === member
        ? [0]
        : rosterOf(entry.entry).flatMap((lower) =>
            below(lower).map((epoch) => Math.max(lower.opened.get(community) ?? 0, epoch)),
          );
    const ways = rosterOf(community).flatMap((entry) =>
      below(entry).map((epoch) => Math.max(entry.openedFrom, epoch)),
    );
    return ways.length === 0 ? undefined : Math.min(...ways);
  }

  /** Whether a member has what the asker put in under the id. */
  private isThere({ id, asker }: Asked, member: string): boolean {
    return this.oracle.view(member).some((one) => one.id === id && one.contributor === asker);
  }

  private isAsked(request: Asked, member: string): boolean {
    const { asker, members, communities } = request;
    const isNamed =
      members.includes(member) ||
      [...communities].some(
        ([id, epoch]) => (this.oracle.coalition.openedFrom(member, id) ?? Infinity) <= epoch,
      );
    return asker !== member && isNamed && this.isThere(request, member);
  }
}

const told = (standings: readonly StandingBody[]): string[] =>
  standings.map(({ member, state }) => `${member} ${state}`).sort();
