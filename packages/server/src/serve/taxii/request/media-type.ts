/** Content negotiation of TAXII 2.1 §1.6.8. */

/** What every response carries, errors included. */
export const taxiiMediaType = 'application/taxii+json;version=2.1';
export const stixMediaType = 'application/stix+json;version=2.1';

interface MediaRange {
  type: string;
  parameters: ReadonlyMap<string, string>;
}

/** Whether an `Accept` is satisfied by TAXII 2.1; none at all accepts everything (RFC 9110 §12.5.1). */
export function acceptsTaxii(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  return accept.split(',').some((part) => {
    const range = readMediaRange(part);
    if (range.parameters.has('q') && !(Number(range.parameters.get('q')) > 0)) return false;
    return range.type === '*/*' || range.type === 'application/*' || isTaxii(range);
  });
}

/** Whether a `Content-Type` is TAXII's, with version 2.1 or none. */
export const isTaxiiContent = (contentType: string | undefined): boolean =>
  contentType !== undefined && isTaxii(readMediaRange(contentType));

function isTaxii({ type, parameters }: MediaRange): boolean {
  return type === 'application/taxii+json' && (parameters.get('version') ?? '2.1') === '2.1';
}

function readMediaRange(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';');
  return {
    type: type.trim().toLowerCase(),
    parameters: new Map(parameters.map(readParameter)),
  };
}

function readParameter(text: string): [string, string] {
  const at = text.indexOf('=');
  const name = at < 0 ? text : text.slice(0, at);
  const value = at < 0 ? '' : text.slice(at + 1).trim();
  return [name.trim().toLowerCase(), value.startsWith('"') ? value.slice(1, -1) : value];
}
