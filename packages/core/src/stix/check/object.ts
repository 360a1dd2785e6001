/** Rules of single types that are more than a rule between two properties. */
import { contributingProperties } from '../deterministic.ts';
import { uuidVersionOfId } from '../identifier.ts';
import { externalReferenceProblem } from './external.ts';
import { checkMarkingDefinition, checkSelectors } from './marking.ts';
import { patternFindings } from './pattern.ts';
import { checkRelationship } from './relationship.ts';
import type { Report } from './report.ts';
import { isMediaType } from './text.ts';
import { isRecord } from './value.ts';

type Members = Readonly<Record<string, unknown>>;
type ObjectRule = (object: Members, report: Report) => void;

const has = (object: Members, name: string): boolean => Object.hasOwn(object, name);

const rules: ReadonlyMap<string, ObjectRule> = new Map<string, ObjectRule>([
  ['marking-definition', checkMarkingDefinition],
  ['indicator', checkIndicator],
  ['relationship', checkRelationship],
  [
    'malware',
    (object, report) => {
      if (object['is_family'] === true && !has(object, 'name')) {
        report.error('is required where is_family is true (§4.11)', 'name');
      }
    },
  ],
  [
    'email-message',
    (object, report) => {
      const [allowed, forbidden] =
        object['is_multipart'] === true ? ['body_multipart', 'body'] : ['body', 'body_multipart'];
      if (typeof object['is_multipart'] === 'boolean' && has(object, forbidden)) {
        report.error(
          `must not be there where is_multipart is ${object['is_multipart']}; use ${allowed} (§6.6)`,
          forbidden,
        );
      }
    },
  ],
  [
    'network-traffic',
    (object, report) => {
      if (object['is_active'] === true && has(object, 'end')) {
        report.error('must not be there while is_active is true (§6.12)', 'end');
      }
      if (!has(object, 'src_port') || !has(object, 'dst_port')) {
        report.warning('should have both src_port and dst_port (§6.12)');
      }
    },
  ],
  [
    'file',
    (object, report) => {
      const type = object['mime_type'];
      if (typeof type === 'string' && !isMediaType(type)) {
        report.warning('should be a media type of the IANA registry (§6.7)', 'mime_type');
      }
    },
  ],
  ['extension-definition', checkExtensionDefinition],
]);

/** Checks what holds for a type as a whole, after its properties. */
export function checkObject(object: Members, type: string, report: Report): void {
  checkSelectors(object, report);
  checkExternalReferences(object, report);
  checkObservableId(object, type, report);
  rules.get(type)?.(object, report);
}

function checkIndicator(object: Members, report: Report): void {
  const { pattern, pattern_type: type, pattern_version: version, spec_version: own } = object;
  if (!has(object, 'name') || !has(object, 'description')) {
    report.warning('should have a name and a description (§4.7)');
  }
  if (typeof pattern !== 'string' || type !== 'stix') return;
  const stated = typeof version === 'string' ? version : typeof own === 'string' ? own : '2.1';
  const findings = report.context.patterns?.(pattern, stated) ?? patternFindings(pattern);
  for (const { message } of findings) report.error(message, 'pattern');
}

function checkExtensionDefinition(object: Members, report: Report): void {
  const { extension_types: types } = object;
  const isTopLevel = Array.isArray(types) && types.includes('toplevel-property-extension');
  if (has(object, 'extension_properties') && !isTopLevel) {
    report.error(
      'must not be there without the type toplevel-property-extension (§7.3)',
      'extension_properties',
    );
  } else if (isTopLevel && !has(object, 'extension_properties')) {
    report.warning('should name the properties (§7.3)', 'extension_properties');
  }
  if (!has(object, 'description')) report.warning('should be there (§7.3)', 'description');
}

function checkExternalReferences(object: Members, report: Report): void {
  const references = object['external_references'];
  if (!has(object, 'external_references') || !Array.isArray(references)) return;
  let unhashed = -1;
  references.forEach((reference: unknown, index) => {
    if (!isRecord(reference)) return;
    const problem = externalReferenceProblem(reference);
    if (problem !== undefined) report.error(problem, 'external_references', index);
    if (unhashed < 0 && has(reference, 'url') && !has(reference, 'hashes')) unhashed = index;
  });
  // One warning an object: hardly anybody gives the hash of a page.
  if (unhashed >= 0) {
    report.warning('should have hashes of what is at its url (§2.5)', 'external_references', unhashed);
  }
}

/** A process, and an object without contributing properties, must have a random id (§2.9). */
function checkObservableId(object: Members, type: string, report: Report): void {
  const names = contributingProperties(type);
  const { id } = object;
  if (names === undefined || typeof id !== 'string' || report.observed !== undefined) return;
  const version = uuidVersionOfId(id);
  const isDeterministic = names.some((name) => has(object, name));
  if (!isDeterministic && version !== 4 && version >= 0) {
    report.error('must have a UUIDv4, since the object has no property that could make its id (§2.9)', 'id');
  } else if (isDeterministic && version !== 5) {
    report.warning('should have a UUIDv5 made of the contributing properties (§2.9)', 'id');
  }
}
