/** Names of platforms: formatted strings of CPE 2.3 (NISTIR 7695 §6.2). */

const parts = new Set(['a', 'h', 'o', '*', '-']);
/** `*`, `-`, or a text with wildcards at its ends only, and other signs after a backslash. */
const component = /^(?:[*-]|(?:\?+|\*)?(?:[\w.-]|\\[\\*?!"#$%&'()+,/:;<=>@[\]^`{|}~])+(?:\?+|\*)?)$/;
const language = /^(?:[*-]|[A-Za-z]{2,3}(?:-(?:[A-Za-z]{2}|\d{3}))?)$/;

/** `cpe:2.3:`, a part and ten further components, of which the sixth is a language. */
export function isPlatformName(text: string): boolean {
  if (!text.startsWith('cpe:2.3:')) return false;
  const [part, ...further] = componentsOf(text.slice(8));
  return (
    part !== undefined &&
    parts.has(part) &&
    further.length === 10 &&
    further.every((one, index) => (index === 5 ? language : component).test(one))
  );
}

/** Splits at colons that no backslash precedes. */
function componentsOf(text: string): string[] {
  const components: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === ':') {
      components.push(text.slice(start, index));
      start = index + 1;
    }
  }
  components.push(text.slice(start));
  return components;
}
