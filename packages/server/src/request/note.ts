/** The notes that ask and answer (docs/extensions/request.md, docs/extensions/answer.md). */
import type { AnswerContent } from '@entente/core/extension/answer';
import { answerExtensionId, requestExtensionId } from '@entente/core/extension/identifiers';
import type { RequestContent } from '@entente/core/extension/request';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { StixObject } from '@entente/core/stix/types';

/** What a person asks. */
export interface Question {
  title: string;
  text: string;
  reason?: string | undefined;
  purpose?: string | undefined;
  legalBasis?: string | undefined;
  /** Microseconds. */
  by: number;
  /** Objects that are attached. */
  records: readonly string[];
  /** `member:<id>` and `community:<id>`. */
  addressees: readonly string[];
  /** Whether addressees are told of each other. */
  isOpen: boolean;
}

/** What a person answers with a note. */
export interface Reply {
  extent: AnswerContent['extent'];
  text: string;
  records: readonly string[];
}

interface Author {
  id: string;
  /** STIX identity of the member. */
  identity: string | undefined;
  /** Microseconds. */
  at: number;
}

/**
 * A note refers to itself first, which is never cut: so no stand-in ever tells that there was something which its
 * reader may not see, nor is one wanted where nothing is attached.
 */
export function requestNote(
  { title, text, reason, purpose, legalBasis, by, records, addressees, isOpen }: Question,
  author: Author,
): StixObject {
  const content: RequestContent = {
    extension_type: 'property-extension',
    answer_by: formatTimestamp(by),
    ...(reason !== undefined && { reason }),
    ...(purpose !== undefined && { purpose }),
    ...(legalBasis !== undefined && { legal_basis: legalBasis }),
    ...(isOpen && { addressees: [...addressees] }),
  };
  return {
    ...note(author),
    abstract: title,
    content: text,
    object_refs: [...new Set([author.id, ...records])],
    extensions: { [requestExtensionId]: content },
  };
}

export function answerNote(request: string, { extent, text, records }: Reply, author: Author): StixObject {
  const content: AnswerContent = { extension_type: 'property-extension', extent, request };
  return {
    ...note(author),
    content: text,
    object_refs: [...new Set([author.id, request, ...records])],
    extensions: { [answerExtensionId]: content },
  };
}

function note({ id, identity, at }: Author): StixObject {
  const time = formatTimestamp(at);
  return {
    type: 'note',
    spec_version: '2.1',
    id,
    ...(identity !== undefined && { created_by_ref: identity }),
    created: time,
    modified: time,
  };
}
