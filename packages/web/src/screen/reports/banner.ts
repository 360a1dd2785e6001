/** The marking at head and foot of each printed page: of the report and every paragraph in it the most restrictive. */
import { safeText } from '../../record/safe-text.ts';

const tlp = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];

/** Codes of the whole: one of TLP, the highest, and every other. */
export function bannerCodes(report: readonly string[], paragraphs: readonly (readonly string[])[]): string[] {
  const all = [...new Set([...report, ...paragraphs.flat()])];
  const highest = all.filter((code) => tlp.includes(code)).sort((a, b) => tlp.indexOf(b) - tlp.indexOf(a))[0];
  return [...(highest === undefined ? [] : [highest]), ...all.filter((code) => !tlp.includes(code))];
}

/**
 * Rules for printing with a line at head and foot (CSS Paged Media 3). They are made for one report, because a margin
 * of a page takes its text from a style sheet alone.
 * @param parts of the line: codes and conditions, each in its own direction
 * @param pages how the number of a page is said, with `{page}` and `{pages}` in it
 */
export function pageRules(parts: readonly string[], pages: string): string {
  const line = quoted(parts.map((part) => `\u2068${safeText(part).text}\u2069`).join(' // '));
  const [before = '', between = '', after = ''] = pages.split(/\{pages?\}/).map(quoted);
  const number = `${before} counter(page) ${between} counter(pages) ${after}`;
  const look =
    'font: 700 9pt/1.4 system-ui, sans-serif; color: #000; width: 100%; text-align: center; vertical-align: middle; white-space: pre-wrap';
  return (
    `@page { size: A4; margin: 24mm 18mm; ` +
    `@top-center { content: ${line}; ${look} } ` +
    `@bottom-center { content: ${line} "\\a " ${number}; ${look} } }`
  );
}

/** A string of CSS: nothing in it ends it. */
function quoted(text: string): string {
  const signs = [...text].map((sign) =>
    /[\p{L}\p{M}\p{N} ]/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${signs.join('')}"`;
}
