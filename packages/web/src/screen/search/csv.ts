/** Comma-separated values that no spreadsheet takes for formulas (RFC 4180; OWASP, "CSV Injection"). */

const formula = /^[=+\-@\t\r]/;

/** One file: a sentence that says whose it is, then the names of the columns, then rows. */
export function csvOf(
  statement: string,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [[statement], names, ...rows].map((cells) => cells.map(cellOf).join(','));
  // The mark tells spreadsheets that it is UTF-8.
  return `\u{feff}${lines.join('\r\n')}\r\n`;
}

/** A value that begins like a formula gets an apostrophe before it, by which spreadsheets keep it a text. */
export function cellOf(value: string): string {
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
