/** The one plain page of the demonstration: the views of members, side by side. */
import type { Bilingual, Language } from './language.ts';
import { demonstrationMembers } from './members.ts';
import { seenObject, titleOf, type CellContext, type SeenContribution } from './page/cell.ts';
import { html, nothing, type Html } from './page/html.ts';
import { pageStyle } from './page/style.ts';
import { groups, membersGroup, words } from './page/words.ts';

export type { SeenContribution } from './page/cell.ts';

/** A member whose view has a column. */
export interface PageMember {
  id: string;
  names: Bilingual;
  /** Who it is and what to look at. */
  lines: readonly Bilingual[];
}

export interface DemonstrationPage {
  members: readonly PageMember[];
  /** By member id, all that the member sees; of several versions by one contributor the last one counts. */
  views: ReadonlyMap<string, readonly SeenContribution[]>;
  language: Language;
  /** What has been decided, in a sentence. */
  decided?: Bilingual | undefined;
  /** Of the Content-Security-Policy, for the one style element. */
  nonce?: string;
}

interface Row {
  group: number;
  cells: (SeenContribution | undefined)[];
}

interface Column {
  member: PageMember;
  byKey: ReadonlyMap<string, SeenContribution>;
  context: CellContext;
}

const memberIdentities = new Set(demonstrationMembers.map(({ identity }) => identity));
const sections = [...groups.map(({ title }) => title), membersGroup];
const restGroup = groups.findIndex(({ types }) => types.length === 0);

function groupOf({ object }: SeenContribution): number {
  if (memberIdentities.has(String(object['id']))) return sections.length - 1;
  const found = groups.findIndex(({ types }) => types.includes(String(object['type'])));
  return found === -1 ? restGroup : found;
}

const keyOf = ({ object, contributor }: SeenContribution): string => `${String(object['id'])} ${contributor}`;

/**
 * The page as one HTML document, without scripts; all values are escaped. A row is one contributor's version
 * of one object; where a member does not have it, its cell is empty. Links `?language=en` and `?language=fr`
 * change the language.
 */
export function demonstrationPage({ members, views, language, decided, nonce }: DemonstrationPage): string {
  const columns = members.map((member): Column => columnOf(member, views.get(member.id) ?? [], language));
  const rows = rowsOf(columns);
  const other: Language = language === 'en' ? 'fr' : 'en';
  const style = nonce === undefined ? html`<style>` : html`<style nonce="${nonce}">`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Entente – ${words.title[language]}</title>
${style}${{ html: pageStyle }}</style>
</head>
<body>
<header>
<nav><b>Entente</b> <a href="?language=${other}" lang="${other}" hreflang="${other}">${words.other[language]}</a></nav>
<h1>${words.title[language]}</h1>
<p>${words.lead[language]}</p>
${decided === undefined ? nothing : html`<p>${decided[language]}</p>`}
</header>
<main>
<table>
<caption>${words.comparison[language]}</caption>
<thead>
<tr>${columns.map((column) => columnHeading(column, language))}</tr>
</thead>
<tbody class="summary">
<tr>${columns.map((column, index) => summary(rows, column, index, language))}</tr>
</tbody>
${sections.map((title, group) =>
  section(
    title,
    rows.filter((row) => row.group === group),
    columns,
    language,
  ),
)}
</table>
</main>
</body>
</html>
`.html;
}

function columnOf(member: PageMember, seen: readonly SeenContribution[], language: Language): Column {
  const byKey = new Map<string, SeenContribution>();
  for (const one of seen) {
    const before = byKey.get(keyOf(one));
    const isOlder = String(one.object['modified'] ?? '') < String(before?.object['modified'] ?? '');
    if (!isOlder) byKey.set(keyOf(one), one);
  }
  const names = new Map<string, string>();
  for (const one of byKey.values()) {
    const id = String(one.object['id']);
    if (isCreators(one) || !names.has(id)) names.set(id, titleOf(one.object, language));
  }
  return { member, byKey, context: { language, reader: member.id, names } };
}

/** Whether a version comes from the creator of the object; others are claims about it. */
function isCreators({ object, contributor }: SeenContribution): boolean {
  const creator = demonstrationMembers.find(({ identity }) => identity === object['created_by_ref']);
  return creator?.id === contributor;
}

/** Rows by type; what more columns have comes first; the claims on an object follow its creator's version. */
function rowsOf(columns: readonly Column[]): Row[] {
  const first = new Map<string, SeenContribution>();
  for (const { byKey } of columns) for (const [key, one] of byKey) if (!first.has(key)) first.set(key, one);
  const sorting = (one: SeenContribution): string => {
    const id = String(one.object['id']);
    const having = columns.filter(({ context }) => context.names.has(id));
    const name = having.map(({ context }) => context.names.get(id))[0] ?? '';
    const type = String(one.object['type']);
    return [type, 9 - having.length, name, id, isCreators(one) ? 0 : 1, one.contributor].join('\u0000');
  };
  return [...first]
    .map(([key, one]) => ({ key, one, order: sorting(one) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ key, one }) => ({ group: groupOf(one), cells: columns.map(({ byKey }) => byKey.get(key)) }));
}

function columnHeading({ member, byKey }: Column, language: Language): Html {
  const noun = byKey.size === 1 ? words.contribution[language] : words.contributions[language];
  return html`<th scope="col" data-member="${member.id}">
    <span class="member">${member.names[language]}</span> <span class="count">${byKey.size} ${noun}</span>
  </th>`;
}

function summary(rows: readonly Row[], { member }: Column, index: number, language: Language): Html {
  const counts = sections.map((title, group) => ({
    title,
    count: rows.filter((row) => row.group === group && row.cells[index] !== undefined).length,
  }));
  const lines = member.lines.map((line) => line[language]).join(' ');
  const items = counts.map(
    ({ title, count }) =>
      html`<div>
        <dt>${title[language]}</dt>
        <dd>${count}</dd>
      </div>`,
  );
  return html`<td>
    <p class="lines">${lines}</p>
    <dl class="counts">${items}</dl>
  </td>`;
}

function section(
  title: Bilingual,
  rows: readonly Row[],
  columns: readonly Column[],
  language: Language,
): Html {
  if (rows.length === 0) return nothing;
  return html`<tbody>
    <tr class="group">
      <th scope="rowgroup" colspan="${columns.length}">${title[language]}</th>
    </tr>
    ${rows.map(
      ({ cells }) =>
        html`<tr>
          ${cells.map((cell, index) => {
            const { member, context } = columns[index] as Column;
            return cell === undefined
              ? html`<td class="absent"></td>`
              : html`<td
                  data-member="${member.id}"
                  data-object="${String(cell.object['id'])}"
                  data-contributor="${cell.contributor}"
                >
                  ${seenObject(cell, context)}
                </td>`;
          })}
        </tr> `,
    )}
  </tbody> `;
}
