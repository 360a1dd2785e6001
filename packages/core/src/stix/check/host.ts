/** Names of domains (RFC 1034; of internationalized ones, RFC 5890 to 5892). */

/** Letters, digits and hyphens that a label may hold: in capitals only those of ASCII. */
const labelSigns = /^(?!\p{M})[\u200dA-Z\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}\u00b7\u200c\u30fb-]+$/u;
/** RFC 3490 §3.1: what stands between labels, in any script. */
const dots = /[.\u3002\uff0e\uff61]/;

/**
 * Labels with dots between; a dot may follow the last. The lengths are of the text as it is written. Which scripts
 * may be mixed, and in which direction, is not looked at.
 */
export function isDomainName(text: string): boolean {
  if (text.length > 254) return false;
  const labels = text.split(dots);
  if (labels.length > 1 && labels.at(-1) === '') labels.pop();
  return (text.length < 254 || text.endsWith('.')) && labels.every(isLabel);
}

/** Two hyphens in the third and fourth place are kept for `xn--`. */
function isLabel(label: string): boolean {
  if (label.length < 1 || label.length > 63 || label.startsWith('-') || label.endsWith('-')) return false;
  const lower = label.toLowerCase();
  if (lower.startsWith('--', 2) && !lower.startsWith('xn--')) return false;
  return labelSigns.test(label) && lower.normalize('NFKC') === lower;
}
