/** The label of an object as one line: handling, and to whom it is released as far as the reader may know. */
import { readParts } from '@entente/core/label/extension';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { tlpNameOfId } from '@entente/core/stix/tlp';
import type { JsonObject } from '@entente/core/stix/types';
import { demonstrationCommunities } from '../communities.ts';
import type { Language } from '../language.ts';
import { demonstrationMembers } from '../members.ts';
import { allianceLevels, financialInquiry } from '../rights.ts';
import { html, joined, nothing, type Html } from './html.ts';
import { words } from './words.ts';

const named = [...demonstrationMembers, ...demonstrationCommunities, allianceLevels, financialInquiry];
const nameOf = (id: string, language: Language): string =>
  named.find((one) => one.id === id)?.names[language] ?? id;

function audienceName(audience: string, language: Language): string {
  if (audience === 'public') return words.everybody[language];
  return nameOf(audience.slice(audience.indexOf(':') + 1), language);
}

/** The label line of an object as served; empty where the object says nothing of its label. */
export function labelLine(object: JsonObject, language: Language): Html {
  const extensions = (object['extensions'] ?? {}) as JsonObject;
  const {
    extension_type: _kind,
    portions: _portions,
    ...stated
  } = (extensions[labelExtensionId] ?? {}) as JsonObject;
  const { any = [], levels = {}, all = [], owners = [], handling = [], until } = readParts(stated, '', []);
  const marked = ((object['object_marking_refs'] ?? []) as string[]).map(tlpNameOfId);
  const codes = new Set([
    ...marked.flatMap((name) => (name === undefined ? [] : `TLP:${name}`)),
    ...handling,
  ]);
  const clauses = any.map((clause) =>
    clause.map((audience) => audienceName(audience, language)).join(` ${words.or[language]} `),
  );
  const conditions = [
    ...clauses,
    ...Object.entries(levels).map(([id, rank]) => `${nameOf(id, language)}, ${words.rank[language]} ${rank}`),
    ...all.map((id) => nameOf(id, language)),
  ];
  const rest = [
    ...(conditions.length === 0
      ? []
      : [`${words.released[language]}${language === 'fr' ? '\u00a0' : ''}: ${conditions.join(' + ')}`]),
    ...owners.map((id) => `${words.owner[language]} ${nameOf(id, language)}`),
    ...(until === undefined
      ? []
      : [`${words.until[language]} ${formatTimestamp(BigInt(until)).slice(0, 10)}`]),
  ];
  if (codes.size === 0 && rest.length === 0) return nothing;
  const chips = [...codes].sort().map((code) => html`<span class="code ${tone(code)}">${code}</span>`);
  return html`<p class="label">
    ${joined([...chips, ...rest.map((text) => html`<span>${text}</span>`)], ' ')}
  </p>`;
}

/** The class that gives a TLP code its colour. */
function tone(code: string): string {
  const [, name = ''] = /^TLP:([A-Z]+)/.exec(code) ?? [];
  return name === '' ? 'plain' : `tlp-${name.toLowerCase()}`;
}
