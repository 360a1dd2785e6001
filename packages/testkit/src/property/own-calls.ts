/** The members' own acts as the requests by which they do them: over the API, or over TAXII. */
import type { JsonObject } from '@entente/core/stix/types';
import type { Act } from '../world/acts.ts';
import type { Asked } from './asked.ts';
import type { Draw } from './draw.ts';

export function callOf(act: Act, draw: Draw): { route: string; asked: Asked } {
  switch (act.kind) {
    case 'put':
      return put(act, draw);
    case 'relabel': {
      const { selection, label } = act;
      const asked = draw.api('POST', '/contributions/relabel', { selection, label });
      return { route: 'POST /api/v1/contributions/relabel', asked };
    }
    case 'recall':
      return recall(act, draw);
    default:
      throw new Error(`${act.kind} is no act of a member's own`);
  }
}

function put(act: Extract<Act, { kind: 'put' }>, draw: Draw): { route: string; asked: Asked } {
  const { collection, chosen, objects } = act;
  const isIdentified = objects.every((object: JsonObject) => typeof object['id'] === 'string');
  if (chosen === undefined && isIdentified && (collection !== 'own' || draw.once(2))) {
    const route = 'POST /taxii2/cell/collections/:collection/objects/';
    return { route, asked: draw.taxii('POST', `cell/collections/${collection}/objects/`, { objects }) };
  }
  const audience = collection === 'own' ? [] : [[`community:${collection}`]];
  const any = [...(chosen?.any ?? []), ...audience];
  const label = { ...chosen, ...(any.length > 0 && { any }) };
  if (draw.once(4)) {
    const named = Object.keys(label).length > 0 ? `&label=${encodeURIComponent(JSON.stringify(label))}` : '';
    return { route: 'POST /api/v1/imports', asked: draw.upload(`/imports?name=list.json${named}`, objects) };
  }
  const body = { objects, ...(Object.keys(label).length > 0 && { label }) };
  return { route: 'POST /api/v1/contributions', asked: draw.api('POST', '/contributions', body) };
}

function recall(act: Extract<Act, { kind: 'recall' }>, draw: Draw): { route: string; asked: Asked } {
  const { object, version } = act;
  if (draw.once(2)) {
    const selection = [{ object, ...(version !== undefined && { version }) }];
    return {
      route: 'POST /api/v1/contributions/recall',
      asked: draw.api('POST', '/contributions/recall', { selection }),
    };
  }
  const filter = version === undefined ? '' : `?match[version]=${version}`;
  const asked = draw.taxii('DELETE', `cell/collections/own/objects/${object}/${filter}`);
  return { route: 'DELETE /taxii2/cell/collections/:collection/objects/:object/', asked };
}
