import type { Finding, Json, JsonObject, StixObject } from '../stix/types.ts';
import { answerShape } from './answer.ts';
import { assessmentShape } from './assessment.ts';
import { checkShape } from './check.ts';
import { decisionShape } from './decision.ts';
import {
  answerExtensionId,
  assessmentExtensionId,
  decisionExtensionId,
  noticeExtensionId,
  organisationExtensionId,
  personExtensionId,
  projectIdentityId,
  reportTextExtensionId,
  requestExtensionId,
} from './identifiers.ts';
import { noticeShape } from './notice.ts';
import { organisationShape } from './organisation.ts';
import { personShape } from './person.ts';
import { reportTextShape } from './report-text.ts';
import { requestShape } from './request.ts';
import { contentSchema } from './schema.ts';
import type { RecordShape } from './shape.ts';

/** A day before every release, so that no hub's clock is behind it. A change of content is a new version. */
const published = '2024-01-01T00:00:00.000Z';

export const projectIdentity: StixObject = {
  type: 'identity',
  spec_version: '2.1',
  id: projectIdentityId,
  created: published,
  modified: published,
  name: 'Entente project',
  description: 'Publishes the STIX extensions of Entente, the information-sharing cell of a coalition.',
  identity_class: 'organization',
};

interface Extension {
  id: string;
  /** Also the name of its files under docs/extensions. */
  name: string;
  title: string;
  description: string;
  shape: RecordShape;
}

const extensions: readonly Extension[] = [
  {
    id: personExtensionId,
    name: 'person',
    title: 'Entente person',
    description:
      'Names in several scripts, partial dates, documents, places and listings of a person, on identity or threat-actor objects.',
    shape: personShape,
  },
  {
    id: organisationExtensionId,
    name: 'organisation',
    title: 'Entente organisation',
    description:
      'Names in several scripts, addresses, registrations and listings of a group or organisation, on identity or threat-actor objects.',
    shape: organisationShape,
  },
  {
    id: assessmentExtensionId,
    name: 'assessment',
    title: 'Entente assessment',
    description:
      'Admiralty grading, fact or assessment, purpose and legal basis of what an object of any type says.',
    shape: assessmentShape,
  },
  {
    id: noticeExtensionId,
    name: 'notice',
    title: 'Entente notice',
    description: 'Marks a note as the hub’s own, by which it tells a member what was taken back.',
    shape: noticeShape,
  },
  {
    id: reportTextExtensionId,
    name: 'report-text',
    title: 'Entente report text',
    description: 'The text of a report paragraph by paragraph, so that each may have a label of its own.',
    shape: reportTextShape,
  },
  {
    id: requestExtensionId,
    name: 'request',
    title: 'Entente request',
    description: 'By it a note asks other members: why, on which ground and by when.',
    shape: requestShape,
  },
  {
    id: answerExtensionId,
    name: 'answer',
    title: 'Entente answer',
    description: 'By it a note answers a request.',
    shape: answerShape,
  },
  {
    id: decisionExtensionId,
    name: 'decision',
    title: 'Entente decision',
    description: 'A decision of the cell on a report: its text in both languages, with reservations.',
    shape: decisionShape,
  },
];

/** The extension-definition objects (STIX 2.1 §7.3), without that for labels, which the label room gives. */
export const projectExtensions: readonly StixObject[] = extensions.map(
  ({ id, name, title, description }) => ({
    type: 'extension-definition',
    spec_version: '2.1',
    id,
    created_by_ref: projectIdentityId,
    created: published,
    modified: published,
    name: title,
    description,
    schema: `JSON Schema (draft 2020-12) urn:entente:${id}, published as docs/extensions/${name}.schema.json`,
    version: '1.0.0',
    extension_types: ['property-extension'],
  }),
);

const shapes = new Map(extensions.map(({ id, shape }) => [id, shape]));

/**
 * Holds what stands under `id` in `extensions` against the project's schema. Each finding is a broken MUST;
 * `path` is where the content stands. An id that is not of `projectExtensions` gives no finding.
 */
export function checkExtension(id: string, content: Json, path: string): Finding[] {
  const shape = shapes.get(id);
  return shape === undefined ? [] : checkShape(shape, content, path);
}

/** The JSON Schemas that are published under docs/extensions, by file name. */
export const publishedSchemas: ReadonlyMap<string, JsonObject> = new Map(
  extensions.map(({ id, name, title, shape }) => [`${name}.schema.json`, contentSchema(id, title, shape)]),
);
