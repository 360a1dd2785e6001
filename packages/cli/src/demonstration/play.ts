/** Plays the story: every act is done by whoever does it in earnest, through the acts that the routes use. */
import { readParts } from '@entente/core/label/extension';
import type { LabelParts } from '@entente/core/label/label';
import type { Finding, JsonObject } from '@entente/core/stix/types';
import { foundHost } from '@entente/server/account/first-start';
import { hub } from '@entente/server/account/login';
import { foundingActs } from '@entente/server/acts/founding';
import type { Caller } from '@entente/server/caller';
import type { OpenCell } from '@entente/server/open-cell';
import type { DemonstrationAct, StatedLabel } from './acts.ts';
import { DemonstrationPeople, realmOf } from './people.ts';

type Of<Kind extends DemonstrationAct['kind']> = Extract<DemonstrationAct, { kind: Kind }>;

/**
 * Plays acts in a cell that has no member yet.
 * @param host id of the member that hosts the cell: it comes first, whenever the story has it come
 * @param onAct called after each act with how many of them are done
 */
export async function playStory(
  open: OpenCell,
  acts: readonly DemonstrationAct[],
  { host, password, onAct }: { host: string; password: string; onAct: (done: number) => void },
): Promise<DemonstrationPeople> {
  const player = new Player(open, new DemonstrationPeople(open, password));
  const isHost = (act: DemonstrationAct): boolean => act.kind === 'member' && act.id === host;
  const [first] = acts.filter(isHost);
  if (first?.kind === 'member') await player.hostFounds(first);
  for (const [index, act] of acts.entries()) {
    if (!isHost(act)) await player.play(act);
    onAct(index + 1);
  }
  await open.cell.settle();
  return player.people;
}

class Player {
  readonly people: DemonstrationPeople;
  private readonly open: OpenCell;
  /** Of policies and attributes, who grants them. */
  private readonly owners = new Map<string, string>();

  constructor(open: OpenCell, people: DemonstrationPeople) {
    this.open = open;
    this.people = people;
  }

  async hostFounds({ id, name, memberKind: kind, identity, user }: Of<'member'>): Promise<void> {
    await foundHost(this.open.cell, { id, name, kind, identity, realm: realmOf(user) });
    await this.people.comeFirst({ id, name, user });
  }

  async play(act: DemonstrationAct): Promise<void> {
    const { coalition } = this.open.ports;
    const founding = foundingActs(this.open.cell);
    switch (act.kind) {
      case 'member': {
        const { id, name, memberKind: kind, identity, user } = act;
        await founding.admitMember(hub, { id, name, kind, identity });
        return this.people.comeInvited({ id, name, user });
      }
      case 'community':
        return founding.createCommunity(this.secretary(), act.id, act.name);
      case 'enter':
        return coalition.enterRoster(this.secretary(), act.community, act.entry, 'now');
      case 'policy':
        this.owners.set(act.id, act.owner);
        return founding.createPolicy(this.callerOf(act.owner), act.id, act.name);
      case 'attribute':
        this.owners.set(act.id, act.owner);
        return founding.createAttribute(this.callerOf(act.owner), act.id, act.name);
      case 'clearance':
        return coalition.grantClearance(this.ownerOf(act.policy), act.policy, act.member, act.rank);
      case 'grant':
        return coalition.grantAttribute(this.ownerOf(act.attribute), act.attribute, act.member, act.held);
      case 'put':
        return this.put(act);
    }
  }

  /** As a post into a collection: the community of the collection is the audience. */
  private async put({ member, collection, chosen = {}, objects }: Of<'put'>): Promise<void> {
    const audience = collection === 'own' ? [] : [[`community:${collection}`]];
    const label = partsOf({ ...chosen, any: [...(chosen.any ?? []), ...audience] });
    const incoming = objects.map((value) => ({ value, text: JSON.stringify(value) }));
    const source = `collection:${collection}`;
    const report = await this.open.ports.contributions.put(this.callerOf(member), {
      incoming,
      chosen: label,
      source,
    });
    const refused = report.answers.find(({ outcome }) => outcome === 'rejected');
    if (refused === undefined) return;
    const { path = '', message = '' } = refused.findings[0] ?? {};
    throw new Error(`${refused.id} was refused: ${path} ${message}`);
  }

  private callerOf(member: string): Caller {
    const caller = this.people.callers.get(member);
    if (caller === undefined) throw new Error(`${member} acts before it has come.`);
    return caller;
  }

  private secretary(): Caller {
    const [first] = this.people.callers.keys();
    return this.callerOf(first ?? '');
  }

  private ownerOf(right: string): Caller {
    return this.callerOf(this.owners.get(right) ?? '');
  }
}

function partsOf(stated: StatedLabel): LabelParts {
  const findings: Finding[] = [];
  const parts = readParts(stated as JsonObject, 'label', findings);
  const [first] = findings;
  if (first !== undefined) throw new Error(`${first.path} ${first.message}`);
  return parts;
}
