/** Members, communities, rights; batches, policies and proposals of a member. */
import { attributeId, memberIds, policyId } from '../../world/pool.ts';
import type { Draw } from '../draw.ts';
import { bytesOnly, generator, type Generator } from '../generator.ts';
import { ofTables } from '../probe.ts';

const other = (draw: Draw): string => draw.one(memberIds.filter((id) => !draw.pair.members.includes(id)));
const list = (path: string, probe?: Generator['probe']): Generator =>
  generator(`GET /api/v1${path}`, (draw) => draw.list(`GET /api/v1${path}`, path), probe);
const communities: Generator['probe'] = () => ofTables('community', 'roster');

/** The secretary of the host alone does these; none of the members is. */
const secretary: Generator[] = [
  bytesOnly('POST /api/v1/members', (draw) => draw.api('POST', '/members', { name: 'Fenwick' })),
  bytesOnly('POST /api/v1/members/:id/departure', (draw) =>
    draw.api('POST', `/members/${other(draw)}/departure`),
  ),
  bytesOnly('POST /api/v1/communities', (draw) => draw.api('POST', '/communities', { name: 'Hidden' })),
  bytesOnly('PUT /api/v1/communities/:id/roster/:entry', (draw) =>
    draw.api('PUT', `/communities/${draw.community()}/roster/${draw.member}`, {}),
  ),
  bytesOnly('DELETE /api/v1/communities/:id/roster/:entry', (draw) =>
    draw.api('DELETE', `/communities/${draw.community()}/roster/${other(draw)}`),
  ),
];

/** Who owns a policy grants in it, which would open what is hidden: they name what does not exist. */
const nothing = 'b9000000-0000-4000-8000-000000000009';
const rights: Generator[] = [
  list('/grants', () => ofTables('clearance', 'attribute_grant')),
  bytesOnly('GET /api/v1/policies', (draw) => draw.list('GET /api/v1/policies', '/policies')),
  bytesOnly('GET /api/v1/attributes', (draw) => draw.list('GET /api/v1/attributes', '/attributes')),
  bytesOnly('POST /api/v1/policies', (draw) => draw.api('POST', '/policies', { name: 'Levels' })),
  bytesOnly('POST /api/v1/attributes', (draw) => draw.api('POST', '/attributes', { name: 'Hidden' })),
  bytesOnly('PUT /api/v1/policies/:id/clearances/:member', (draw) =>
    draw.api('PUT', `/policies/${draw.one([nothing, policyId])}/clearances/${nothing}`, { rank: 1 }),
  ),
  bytesOnly('PUT /api/v1/attributes/:id/holders/:member', (draw) =>
    draw.api('PUT', `/attributes/${draw.one([nothing, attributeId])}/holders/${nothing}`),
  ),
  bytesOnly('DELETE /api/v1/attributes/:id/holders/:member', (draw) =>
    draw.api('DELETE', `/attributes/${nothing}/holders/${draw.member}`),
  ),
];

const batch = (draw: Draw): string =>
  draw.companions.batches.length === 0 ? nothing : draw.one(draw.companions.batches);
const batches: Generator['probe'] = () => ofTables('batch');
const batchRoutes: Generator[] = [
  list('/batches', batches),
  generator('GET /api/v1/batches/:id', (draw) => draw.api('GET', `/batches/${batch(draw)}`), batches),
  generator(
    'GET /api/v1/batches/:id/contributions',
    (draw) => draw.list('GET /api/v1/batches/:id/contributions', `/batches/${batch(draw)}/contributions`),
    batches,
  ),
  generator(
    'POST /api/v1/batches/:id/relabel',
    (draw) => draw.api('POST', `/batches/${batch(draw)}/relabel`, { label: draw.label() }),
    batches,
  ),
  generator(
    'POST /api/v1/batches/:id/undo',
    (draw) => draw.api('POST', `/batches/${batch(draw)}/undo`),
    batches,
  ),
];

const policies: Generator['probe'] = () => ofTables('member_policy', 'source_label');
const proposals: Generator['probe'] = () => ofTables('label_proposal');
/** One of the members, and one in so many of another. What is decided is no longer there. */
function proposal(draw: Draw, hiddenOf = 4): string {
  const { proposals } = draw.companions;
  if (proposals.length === 0) return nothing;
  const [own, hidden] = [proposals.slice(0, draw.pair.members.length), proposals.slice(-1)];
  return draw.one(draw.once(hiddenOf) ? hidden : own);
}
const policyRoutes: Generator[] = [
  generator('GET /api/v1/member-policy', (draw) => draw.api('GET', '/member-policy'), policies),
  generator(
    'PUT /api/v1/member-policy',
    (draw) =>
      draw.api('PUT', '/member-policy', {
        ceiling: draw.once(2) ? null : { any: [['public']] },
        secondPerson: draw.once(2),
      }),
    policies,
  ),
  generator(
    'PUT /api/v1/member-policy/defaults/:source',
    (draw) => draw.api('PUT', '/member-policy/defaults/press', { label: draw.label() }),
    policies,
  ),
  generator(
    'DELETE /api/v1/member-policy/defaults/:source',
    (draw) => draw.api('DELETE', '/member-policy/defaults/press'),
    policies,
  ),
  list('/proposals', proposals),
  generator(
    'GET /api/v1/proposals/:id',
    (draw) => draw.api('GET', `/proposals/${proposal(draw)}`),
    proposals,
  ),
  generator(
    'GET /api/v1/proposals/:id/contributions',
    (draw) =>
      draw.list('GET /api/v1/proposals/:id/contributions', `/proposals/${proposal(draw)}/contributions`),
    proposals,
  ),
  generator(
    'POST /api/v1/proposals/:id/approve',
    (draw) => draw.api('POST', `/proposals/${proposal(draw)}/approve`),
    proposals,
  ),
  generator(
    'POST /api/v1/proposals/:id/refuse',
    (draw) => draw.api('POST', `/proposals/${proposal(draw, 2)}/refuse`),
    proposals,
  ),
];

export const coalitionRoutes: Generator[] = [
  bytesOnly('GET /api/v1/me', (draw) => draw.api('GET', '/me')),
  bytesOnly('GET /api/v1/members', (draw) => draw.list('GET /api/v1/members', '/members')),
  list('/communities', communities),
  generator(
    'GET /api/v1/communities/:id/roster',
    (draw) => draw.list('GET /api/v1/communities/:id/roster', `/communities/${draw.community()}/roster`),
    communities,
  ),
  generator(
    'GET /api/v1/communities/:id/roster/past',
    (draw) =>
      draw.list('GET /api/v1/communities/:id/roster/past', `/communities/${draw.community()}/roster/past`),
    () => ofTables('community', 'roster', 'roster_past'),
  ),
  ...secretary,
  ...rights,
  ...batchRoutes,
  ...policyRoutes,
];
