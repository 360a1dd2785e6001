import { isDigit } from './text.ts';

/** What is wrong with an external reference beyond the kinds of its properties (§2.5), if anything. */
export function externalReferenceProblem(reference: Readonly<Record<string, unknown>>): string | undefined {
  const source = own(reference, 'source_name');
  const id = own(reference, 'external_id');
  if (source === 'cve' && !isCve(id))
    return 'is of the source cve: external_id must be of the form CVE-YYYY-NNNN';
  if (source === 'capec' && !isCapec(id))
    return 'is of the source capec: external_id must be of the form CAPEC-N';
  if (source !== 'cve' && isCve(id)) return "refers to a CVE: source_name must be 'cve'";
  if (source !== 'capec' && isCapec(id)) return "refers to a CAPEC entry: source_name must be 'capec'";
  const isSaid = ['description', 'url', 'external_id'].some((name) => Object.hasOwn(reference, name));
  return isSaid ? undefined : 'must have at least one of description, url, external_id (§2.5)';
}

const own = (object: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** `CVE-2016-1234`: a year and at least four digits, no leading zero in longer numbers. */
function isCve(id: unknown): boolean {
  if (typeof id !== 'string' || !id.startsWith('CVE-') || id.charAt(8) !== '-') return false;
  const number = id.slice(9);
  return (
    areDigits(id.slice(4, 8)) &&
    areDigits(number) &&
    number.length >= 4 &&
    (number.length === 4 || number[0] !== '0')
  );
}

const isCapec = (id: unknown): boolean =>
  typeof id === 'string' && id.startsWith('CAPEC-') && areDigits(id.slice(6));

function areDigits(text: string): boolean {
  if (text.length === 0) return false;
  for (let index = 0; index < text.length; index += 1) if (!isDigit(text.charCodeAt(index))) return false;
  return true;
}
