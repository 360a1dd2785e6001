/** Cuts the elements of a list out of a JSON text that was parsed before, each as written. */

const [quote, comma, colon, backslash] = [34, 44, 58, 92];
const [openList, closeList, openObject, closeObject] = [91, 93, 123, 125];

/**
 * The texts of the elements of the list `property` of the outermost object. Of a property given twice the
 * last counts, as for `JSON.parse`.
 * @param text valid JSON
 */
export function elementsOf(text: string, property: string): string[] {
  let elements: string[] = [];
  let depth = 0;
  let inList = false;
  let start = -1;
  let lastString = '';
  let key = '';
  const endElement = (end: number): void => {
    const element = start < 0 ? '' : text.slice(start, end).trim();
    if (element !== '') elements.push(element);
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === quote) {
      const end = endOfString(text, at);
      if (depth === 1) lastString = text.slice(at, end);
      at = end - 1;
    } else if (sign === colon && depth === 1) {
      key = JSON.parse(lastString) as string;
      if (key === property) elements = [];
    } else if (sign === openList || sign === openObject) {
      depth += 1;
      if (depth === 2 && sign === openList && key === property) [inList, start] = [true, at + 1];
    } else if (sign === closeList || sign === closeObject) {
      if (inList && depth === 2) {
        endElement(at);
        inList = false;
      }
      depth -= 1;
    } else if (sign === comma && inList && depth === 2) {
      endElement(at);
      start = at + 1;
    }
  }
  return elements;
}

/** Where the string that begins at `at` has ended. */
function endOfString(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end += 1) {
    const sign = text.charCodeAt(end);
    if (sign === backslash) end += 1;
    else if (sign === quote) return end + 1;
  }
  return text.length;
}
