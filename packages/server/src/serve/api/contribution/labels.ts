/** Labels: made, and explained member by member. */
import type { FastifyInstance } from 'fastify';
import { labelOperations as operations, type MadeLabel } from '@entente/contract/label';
import type { BodyOf } from '@entente/contract/operation';
import { writeParts } from '@entente/core/label/extension';
import type { LabelParts } from '@entente/core/label/label';
import { resolveLabel, type Known } from '@entente/core/label/resolve';
import { Failure } from '@entente/core/failure';
import type { View } from '@entente/store/view/reader';
import type { OwnAsked } from '../../../acts/own-contributions.ts';
import type { Caller } from '../../../caller.ts';
import type { Ports } from '../../ports.ts';
import { partsOf, withoutEpochs } from './label-parts.ts';
import { idsIn, markingLine } from './marking-line.ts';
import { route } from '../route.ts';
import { selectedBy } from './selection.ts';

export function labelRoutes(api: FastifyInstance, ports: Ports): void {
  route(api, operations.makeLabel, ({ caller, body }) =>
    ports.view(caller, (view) => made(view, caller.member, partsOf(body.label))),
  );
  route(api, operations.explainLabel, async ({ caller, body }) => ({
    items: await ports.explain.label(caller, partsOf(body.label)),
  }));
  route(api, operations.explainContribution, async ({ caller, body: { from, ...body } }) => {
    const asked = await askedBy(ports, caller, body);
    const referring = from
      ? await ports.view(caller, (view) => view.referencing(asked.object, mostReferring, ''))
      : undefined;
    const { items, labels } = await ports.explain.contribution(caller, asked, referring);
    return { items, labels: labels.map((label) => writeParts(withoutEpochs(label))) };
  });
  route(api, operations.viewAs, async ({ caller, body: { member, ...body } }) => {
    const asked = await askedBy(ports, caller, body);
    const { given, ...form } = await ports.explain.viewAs(caller, asked, member);
    if (form.object !== null) ports.recordRead(caller, { route: 'viewAs', at: ports.now(), given: [given] });
    return { member, ...form };
  });
}

/** So many objects of the view that refer to one are looked at. */
const mostReferring = 200;

type Asked = Pick<BodyOf<typeof operations.explainContribution>, 'object' | 'version' | 'label'>;

async function askedBy(ports: Ports, caller: Caller, { label, ...own }: Asked): Promise<OwnAsked> {
  const [selected] = await selectedBy(ports, caller, [own]);
  if (selected === undefined) throw new Failure('not-found', 'There is no such contribution of yours.');
  return { ...selected, label: label && partsOf(label) };
}

async function made({ directory }: View, member: string, parts: LabelParts): Promise<MadeLabel> {
  const known = directory.known();
  const label = resolveLabel(member, [parts], {}, known);
  const stated = withoutEpochs(label);
  const names = await directory.names(idsIn(stated));
  return {
    label: writeParts(stated),
    line: markingLine(stated, names),
    alone: label.any.length === 1 && label.any[0]?.join() === `member:${member}`,
    problems: problemsOf(parts, known),
  };
}

/** What the caller cannot name: it may be unknown to it or not exist, which is the same. */
function problemsOf(parts: LabelParts, known: Known): MadeLabel['problems'] {
  const audiences = [...new Set((parts.any ?? []).flat())].filter((audience) => !isAudience(audience, known));
  const policies = Object.keys(parts.levels ?? {}).filter((policy) => !known.isPolicy(policy));
  const attributes = (parts.all ?? []).filter((attribute) => !known.isAttribute(attribute));
  return [
    ...audiences.map((part) => ({ part, message: 'is no audience that you know' })),
    ...policies.map((part) => ({ part, message: 'is no policy' })),
    ...attributes.map((part) => ({ part, message: 'is no attribute' })),
  ];
}

function isAudience(audience: string, known: Known): boolean {
  if (audience === 'public') return true;
  const [, kind, id = ''] = /^(member|community):([^:@]+)$/.exec(audience) ?? [];
  return kind === 'member' ? known.isMember(id) : kind === 'community' && known.epochOf(id) !== undefined;
}
