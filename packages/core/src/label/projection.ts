import type { JsonObject } from '../stix/types.ts';
import { writeParts } from './extension.ts';
import { makeLabel, type Label } from './label.ts';
import type { Rights } from './permits.ts';

/**
 * What a reader is served of a label: levels, `all`, handling, `until`, `review`; of audiences, itself
 * and the communities whose roster it may see, without epochs; of owners, the contributor and itself.
 */
export function projectLabel(label: Label, contributor: string, rights: Rights): JsonObject {
  const shown = label.any.map((clause) =>
    clause.flatMap((audience) => {
      if (audience === 'public' || audience === `member:${rights.member}`) return [audience];
      const [, community = ''] = /^community:([^@]+)@/.exec(audience) ?? [];
      return rights.communities.has(community) ? [`community:${community}`] : [];
    }),
  );
  const projected = makeLabel({
    ...label,
    any: shown.filter((clause) => clause.length > 0),
    owners: label.owners.filter((owner) => owner === contributor || owner === rights.member),
  });
  return { extension_type: 'property-extension', ...writeParts(projected) };
}
