/** Plays the story: what members put in, each of them puts in itself, through the act that the routes use. */
import { readParts } from '@entente/core/label/extension';
import type { LabelParts } from '@entente/core/label/label';
import type { Finding, JsonObject } from '@entente/core/stix/types';
import { found, type Founding } from '@entente/server/acts/founding';
import type { OpenCell } from '@entente/server/open-cell';
import type { DemonstrationAct, StatedLabel } from './acts.ts';
import { DemonstrationPeople } from './people.ts';

type Put = Extract<DemonstrationAct, { kind: 'put' }>;
type Step = Exclude<DemonstrationAct, { kind: 'put' }>;

/**
 * Plays acts in a cell that has no member yet; what is founded between two puts is one act.
 * @param host id of the member that hosts the cell
 * @param onAct called with how many acts are done
 */
export async function playStory(
  open: OpenCell,
  acts: readonly DemonstrationAct[],
  { host, password, onAct }: { host: string; password: string; onAct: (done: number) => void },
): Promise<DemonstrationPeople> {
  const people = new DemonstrationPeople(open, host, password);
  let steps: Step[] = [];
  const foundSteps = async (): Promise<void> => {
    const now = steps;
    steps = [];
    if (now.length === 0) return;
    await found(open.cell, async (founding) => {
      for (const step of now) await take(step, founding, people);
    });
  };
  for (const [index, act] of acts.entries()) {
    if (act.kind === 'put') {
      await foundSteps();
      await put(open, people, act);
    } else steps.push(act);
    onAct(index + 1);
  }
  await foundSteps();
  await open.cell.settle();
  return people;
}

function take(step: Step, founding: Founding, people: DemonstrationPeople): Promise<void> {
  switch (step.kind) {
    case 'member':
      return people.come(founding, step);
    case 'community':
      return founding.createCommunity(step.id, step.name);
    case 'enter':
      return founding.enterRoster(step.community, step.entry);
    case 'policy':
      return founding.createPolicy(step.id, step.owner, step.name);
    case 'attribute':
      return founding.createAttribute(step.id, step.owner, step.name);
    case 'clearance':
      return founding.grantClearance(step.policy, step.member, step.rank);
    case 'grant':
      return founding.grantAttribute(step.attribute, step.member, step.held);
  }
}

/** As a post into a collection: the community of the collection is the audience. */
async function put(
  { ports }: OpenCell,
  people: DemonstrationPeople,
  { member, collection, chosen = {}, objects }: Put,
): Promise<void> {
  const audience = collection === 'own' ? [] : [[`community:${collection}`]];
  const report = await ports.contributions.put(await people.of(member), {
    incoming: objects.map((value) => ({ value, text: JSON.stringify(value) })),
    chosen: partsOf({ ...chosen, any: [...(chosen.any ?? []), ...audience] }),
    source: `collection:${collection}`,
  });
  const refused = report.answers.find(({ outcome }) => outcome === 'rejected');
  if (refused === undefined) return;
  const { path = '', message = '' } = refused.findings[0] ?? {};
  throw new Error(`${refused.id} was refused: ${path} ${message}`);
}

function partsOf(stated: StatedLabel): LabelParts {
  const findings: Finding[] = [];
  const parts = readParts(stated as JsonObject, 'label', findings);
  const [first] = findings;
  if (first !== undefined) throw new Error(`${first.path} ${first.message}`);
  return parts;
}
