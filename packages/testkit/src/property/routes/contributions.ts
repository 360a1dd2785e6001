/**
 * What members put in, relabel, recall and ask about. Puts that succeed are acts of the world, so that a change
 * is hidden in their presence too; those made here are refused, or are about what concerns nobody else.
 */
import { personExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import { memberIds, poolId, versionTime, words } from '../../world/pool.ts';
import type { Asked } from '../asked.ts';
import type { Draw } from '../draw.ts';
import { bytesOnly, generator, type Generator } from '../generator.ts';
import { idsIn, ofObjects, ofTables } from '../probe.ts';

const ofIds: Generator['probe'] = (asked) => ofObjects(idsIn(asked));
const rights: Generator['probe'] = () => ofTables('roster', 'clearance', 'attribute_grant');

const ofIdsAndRights: Generator['probe'] = (asked) => {
  const [statement, values] = ofObjects(idsIn(asked));
  const [all] = ofTables('roster', 'clearance', 'attribute_grant');
  return [
    `select (select json_agg(x) from (${statement}) x) as objects, (select json_agg(y) from (${all}) y) as rights`,
    values,
  ];
};

/** Objects that are refused, whoever has put in what: under ids that others may have contributed. */
export function refusedObjects(draw: Draw): JsonObject[] {
  return draw.objects(3).map((id) => {
    const object = { type: id.split('--')[0] as string, spec_version: '2.1', id, created: versionTime(0) };
    return draw.once(2)
      ? { ...object, modified: '2030-01-01T00:00:00.000Z', name: 'From the future', is_family: false }
      : { ...object, modified: versionTime(draw.pick(4)), name: 7 };
  });
}

const selection = (draw: Draw): JsonObject[] =>
  Array.from({ length: 1 + draw.pick(3) }, () => ({
    object: draw.unowned(),
    ...(draw.once(3) && { version: versionTime(draw.pick(4)) }),
  }));

/** Of what the members put in, mostly: their own ids come first among those that are asked for. */
function owned(draw: Draw): string {
  const own = draw.pair.before.acts.flatMap((act) =>
    act.kind === 'put' && act.member === draw.member ? act.objects.map(({ id }) => String(id)) : [],
  );
  const hot = own.filter((id) => draw.hot.includes(id));
  if (hot.length > 0 && !draw.once(4)) return draw.one(hot);
  return own.length === 0 || draw.once(4) ? draw.object() : draw.one(own);
}

/** One of them, as it is or as if it had another label. */
const asIf = (draw: Draw): JsonObject => ({
  object: owned(draw),
  ...(draw.once(3) && { label: draw.label() as JsonObject }),
});

/** A person that nobody put in, of whose id others may have a version: a dry run tells whom one may ask for. */
function newcomer({ hot }: Draw): JsonObject {
  const id = hot.find((one) => one.startsWith('identity--')) ?? poolId('identity', 9);
  const names = [{ full: 'هدى الكرمي' }, { full: 'Huda al-Karmi' }];
  const birth_dates = [{ precision: 'year', date: '1980' }];
  return {
    type: 'identity',
    spec_version: '2.1',
    id,
    created: versionTime(0),
    modified: versionTime(9),
    name: words[0] as string,
    identity_class: 'individual',
    extensions: { [personExtensionId]: { extension_type: 'property-extension', names, birth_dates } },
  };
}

/** What somebody puts in, as a file of the member's: only tried, so that it changes nothing. */
function tried(draw: Draw): Asked {
  const { before, after } = draw.pair;
  const all = [...before.acts, ...after.acts].flatMap((act) => (act.kind === 'put' ? act.objects : []));
  const hot = all.filter(({ id }) => draw.hot.includes(String(id)));
  const objects = Array.from({ length: 1 + draw.pick(3) }, () =>
    draw.one(hot.length > 0 && !draw.once(4) ? hot : all),
  );
  const file = [...objects, newcomer(draw)];
  return draw.upload(`/imports?name=list.json&dryRun=true${draw.once(3) ? '&strict=true' : ''}`, file);
}

export const contributionRoutes: Generator[] = [
  generator('POST /api/v1/imports', tried, ofIds),
  generator(
    'POST /api/v1/contributions',
    (draw) => draw.api('POST', '/contributions', { objects: refusedObjects(draw) }),
    ofIds,
  ),
  generator(
    'POST /api/v1/contributions/relabel',
    (draw) => draw.api('POST', '/contributions/relabel', { selection: selection(draw), label: draw.label() }),
    ofIds,
  ),
  generator(
    'POST /api/v1/contributions/recall',
    (draw) => draw.api('POST', '/contributions/recall', { selection: selection(draw) }),
    ofIds,
  ),
  generator(
    'POST /api/v1/contributions/explain',
    (draw) =>
      draw.api('POST', '/contributions/explain', { ...asIf(draw), ...(draw.once(3) && { from: true }) }),
    ofIdsAndRights,
  ),
  generator(
    'POST /api/v1/contributions/view-as',
    (draw) => draw.api('POST', '/contributions/view-as', { ...asIf(draw), member: draw.one(memberIds) }),
    ofIdsAndRights,
  ),
  generator(
    'POST /api/v1/labels/explain',
    (draw) => draw.api('POST', '/labels/explain', { label: draw.label() }),
    rights,
  ),
  bytesOnly('POST /api/v1/labels/make', (draw) => draw.api('POST', '/labels/make', { label: draw.label() })),
];
