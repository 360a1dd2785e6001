import type { JsonObject } from '../stix/types.ts';
import { writeParts } from './extension.ts';
import { makeLabel, wholeMember, type Label } from './label.ts';
import type { Rights } from './permits.ts';

/**
 * What a reader is served of a label: levels, `all`, handling, `until`, `review`; of audiences, itself
 * and the communities whose roster it may see, without epochs; of owners, those whose contribution it sees.
 */
export function projectLabel(
  label: Label,
  rights: Rights,
  seesOwner: (member: string) => boolean,
): JsonObject {
  const shown = label.any.map((clause) =>
    clause.flatMap((audience) => {
      if (audience === 'public' || audience === `member:${rights.member}`) return [audience];
      if (audience === wholeMember(rights.member)) return [`member:${rights.member}`];
      const [, community = ''] = /^community:([^@]+)@/.exec(audience) ?? [];
      return rights.communities.has(community) ? [`community:${community}`] : [];
    }),
  );
  const projected = makeLabel({
    ...label,
    any: shown.filter((clause) => clause.length > 0),
    owners: label.owners.filter(seesOwner),
  });
  return { extension_type: 'property-extension', ...writeParts(projected) };
}
