/** Changes of labels: who else may read, and whose consent is needed. */
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import type { StatedParts } from '../acts.ts';
import type { Change, Drawing, Place } from './drawing.ts';

export function relabel(drawing: Drawing): Change | undefined {
  const place = drawing.place();
  if (!place) return undefined;
  const { act, object } = place;
  const any = drawing.audiences() ?? [['public']];
  if (drawing.pick(2) === 0) return drawing.replace(act, { ...act, collection: 'own', chosen: { any } });
  const selection = [{ object: String(object['id']) }];
  return drawing.insert((at) => ({ kind: 'relabel', at, member: act.member, selection, label: { any } }));
}

/** Another label for what the members may see, which differs in whom else it permits. */
export function restate(drawing: Drawing): Change | undefined {
  const shown = new Set(['public', ...drawing.members.map((member) => `member:${member}`)]);
  const isShown = ({ act }: Place): boolean =>
    act.chosen?.any?.some((clause) => clause.some((audience) => shown.has(audience))) === true;
  const place = drawing.one(drawing.places().filter(isShown));
  const other = drawing.one(drawing.others());
  if (!place || other === undefined) return undefined;
  const { act, object } = place;
  const selection = [{ object: String(object['id']) }];
  const label = widen(act.chosen as StatedParts, other);
  return drawing.insert(
    (at) => ({ kind: 'relabel', at, member: act.member, selection, label }),
    drawing.behind(act),
  );
}

/** Somebody else may read, or may no longer. */
export function audience(drawing: Drawing): Change | undefined {
  const other = drawing.one(drawing.others());
  return other === undefined ? undefined : restated(drawing, (parts) => widen(parts, other));
}

/** Somebody else's consent is needed, or is no longer. */
export function owner(drawing: Drawing): Change | undefined {
  const other = drawing.one(drawing.others());
  return other === undefined ? undefined : restated(drawing, (parts) => withOwner(parts, other));
}

/** Another label for what somebody else put in or labelled. */
function restated(drawing: Drawing, restate: (parts: StatedParts) => StatedParts): Change | undefined {
  const act = drawing.one(
    drawing.world.acts.filter(
      (one) => (one.kind === 'put' || one.kind === 'relabel') && !drawing.members.includes(one.member),
    ),
  );
  if (!act) return undefined;
  if (act.kind === 'put' && act.chosen) return drawing.replace(act, { ...act, chosen: restate(act.chosen) });
  if (act.kind === 'relabel') return drawing.replace(act, { ...act, label: restate(act.label) });
  const place = drawing.place();
  return place && restateObject(drawing, place, restate);
}

function restateObject(
  drawing: Drawing,
  { act, index, object }: Place,
  restate: (parts: StatedParts) => StatedParts,
): Change | undefined {
  const extensions = object['extensions'] as JsonObject | undefined;
  const stated = extensions?.[labelExtensionId] as (StatedParts & JsonObject) | undefined;
  if (!stated) return undefined;
  const label = restate(stated) as JsonObject;
  return drawing.replaceObject(act, index, {
    ...object,
    extensions: { ...extensions, [labelExtensionId]: label },
  });
}

export function widen(parts: StatedParts, other: string): StatedParts {
  const name = `member:${other}`;
  if (!Array.isArray(parts.any) || parts.any.length === 0) return { ...parts, any: [[name]] };
  const has = parts.any.some((clause) => clause.includes(name));
  const any = parts.any.map((clause) =>
    has ? clause.filter((audience) => audience !== name) : [...clause, name],
  );
  return { ...parts, any: any.filter((clause) => clause.length > 0) };
}

function withOwner({ owners = [], ...rest }: StatedParts, other: string): StatedParts {
  const others = owners.includes(other) ? owners.filter((one) => one !== other) : [...owners, other];
  return { ...rest, ...(others.length > 0 && { owners: others }) };
}
