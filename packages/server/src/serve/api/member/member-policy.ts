/** What a member lays down for its own accounts, and labels that wait for a second person. */
import type { FastifyInstance } from 'fastify';
import type { LabelBody } from '@entente/contract/label';
import { memberPolicyOperations as operations } from '@entente/contract/member-policy';
import { writeParts } from '@entente/core/label/extension';
import type { LabelParts } from '@entente/core/label/label';
import type { ProposalInfo, WaitingItem } from '../../../policy/acts.ts';
import type { Ports } from '../../ports.ts';
import { timeText } from '../time.ts';
import { partsOf } from '../contribution/label-parts.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';

export function memberPolicyRoutes(api: FastifyInstance, ports: Ports): void {
  const { policies } = ports;
  route(api, operations.memberPolicy, async ({ caller }) => {
    const { ceiling, secondPerson, defaults } = await policies.getPolicy(caller);
    const labels = Object.entries(defaults).map(([source, parts]) => [source, labelOf(parts)] as const);
    return {
      ceiling: ceiling === undefined ? null : labelOf(ceiling),
      secondPerson,
      defaults: Object.fromEntries(labels),
    };
  });
  route(api, operations.setMemberPolicy, ({ caller, body: { ceiling, secondPerson } }) =>
    nothing(policies.setPolicy(caller, { ceiling: ceiling && partsOf(ceiling), secondPerson })),
  );
  route(api, operations.setDefaultLabel, ({ caller, params: { source }, body }) =>
    nothing(policies.setDefault(caller, source, partsOf(body.label))),
  );
  route(api, operations.removeDefaultLabel, ({ caller, params: { source } }) =>
    nothing(policies.setDefault(caller, source, null)),
  );
  proposalRoutes(api, ports);
}

function proposalRoutes(api: FastifyInstance, ports: Ports): void {
  const { policies } = ports;
  route(api, operations.proposals, async ({ caller, query }) => {
    const all = (await policies.listProposals(caller)).map(proposalOf);
    return pageOfList(all, pagingOf(ports, caller, 'proposals', query));
  });
  route(api, operations.proposal, async ({ caller, params: { id } }) =>
    proposalOf(await policies.findProposal(caller, id)),
  );
  route(api, operations.proposalContributions, async ({ caller, params: { id }, query }) => {
    const paging = pagingOf(ports, caller, ['proposal', id], query);
    const after = paging.position as { object: string; version: number } | undefined;
    const rows = await policies.waitingFor(caller, id, after, paging.limit + 1);
    const page = rows.slice(0, paging.limit);
    const last = page.at(-1);
    const next =
      rows.length > page.length && last !== undefined
        ? paging.next({ object: last.object, version: last.version })
        : undefined;
    return { items: page.map(waitingOf), next };
  });
  route(api, operations.approveProposal, async ({ caller, params: { id } }) => ({
    relabelled: await policies.approveProposal(caller, id),
  }));
  route(api, operations.refuseProposal, ({ caller, params: { id } }) =>
    nothing(policies.refuseProposal(caller, id)),
  );
}

const labelOf = (parts: LabelParts): LabelBody => writeParts(parts);

const proposalOf = ({ id, proposer, at, label, held, batch, contributions }: ProposalInfo) => ({
  id,
  proposer,
  at: timeText(at),
  label: labelOf(label),
  held: labelOf(held),
  batch: batch ?? null,
  contributions,
});

/** The version of what is not timed is nobody's to know outside the hub. */
const waitingOf = ({ object, type, version, timed }: WaitingItem) => ({
  object,
  type,
  ...(timed && { version: timeText(version) }),
});
