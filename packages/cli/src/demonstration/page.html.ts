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
  /** Of the Content-Security-Policy, for the one style element. */
  nonce?: string;
}

interface Row {
  key: string;
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
export function demonstrationPage({ members, views, language, nonce }: DemonstrationPage): string {
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
</header>
<main>
<table>
<caption>${words.comparison[language]}</caption>
<thead>
<tr>${columns.map((column) => columnHeading(column, language))}</tr>
</thead>
<tbody class="summary">
<tr>${columns.map((_column, index) => summary(rows, index, language))}</tr>
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
  const latest = new Map<string, SeenContribution>();
  for (const one of seen) {
    const before = latest.get(keyOf(one));
    const isOlder = String(one.object['modified'] ?? '') < String(before?.object['modified'] ?? '');
    if (!isOlder) latest.set(keyOf(one), one);
  }
  const names = new Map(seen.map(({ object }) => [String(object['id']), titleOf(object)]));
  return { member, byKey: latest, context: { language, reader: member.id, names } };
}

/** Rows in the order of the groups; within one by type and title, so that claims on an object stand together. */
function rowsOf(columns: readonly Column[]): Row[] {
  const first = new Map<string, SeenContribution>();
  for (const { byKey } of columns) for (const [key, one] of byKey) if (!first.has(key)) first.set(key, one);
  const sorting = (one: SeenContribution): string =>
    [one.object['type'], one.object['id'] === undefined ? '' : titleOf(one.object), keyOf(one)].join(' ');
  return [...first]
    .sort(([, a], [, b]) => (sorting(a) < sorting(b) ? -1 : 1))
    .map(([key, one]) => ({
      key,
      group: groupOf(one),
      cells: columns.map(({ byKey }) => byKey.get(key)),
    }));
}

function columnHeading({ member, byKey }: Column, language: Language): Html {
  const count = byKey.size;
  const noun = count === 1 ? words.object[language] : words.objects[language];
  return html`<th scope="col" data-member="${member.id}">
    <span class="member">${member.names[language]}</span> <span class="count">${count} ${noun}</span>${
      member.lines.length === 0
        ? nothing
        : html`<span class="lines">${member.lines.map((line) => line[language]).join(' ')}</span>`
    }
  </th>`;
}

function summary(rows: readonly Row[], column: number, language: Language): Html {
  const counts = sections.map((title, group) => ({
    title,
    count: rows.filter((row) => row.group === group && row.cells[column] !== undefined).length,
  }));
  return html`<td>
    <dl class="counts">
      ${counts.map(
        ({ title, count }) =>
          html`<div>
            <dt>${title[language]}</dt>
            <dd>${count}</dd>
          </div>`,
      )}
    </dl>
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
              : html`<td data-member="${member.id}" data-object="${String(cell.object['id'])}">
                  ${seenObject(cell, context)}
                </td>`;
          })}
        </tr> `,
    )}
  </tbody> `;
}
