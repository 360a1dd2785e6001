import type { StixObject } from '../stix/types.ts';
import { listedId, unListIdentity, type Edition } from './edition.ts';
import { dataIdOf, referenceOf, type UnElement, type UnEntry } from './entry.ts';
import { identityIdOf, timesOf } from './stix.ts';

/** A reference number that an entry cites and that no entry of the edition bears. */
export interface UnresolvedCitation {
  dataId: string;
  /** The citation as written. */
  citation: string;
  sentence: string;
}

/** What the entries of an edition say of one another. */
export interface Citations {
  relationships: StixObject[];
  unresolved: UnresolvedCitation[];
}

/** Today's form, as QDi.012, QDe 012, QDi012, YEi.001. */
const current = /(?<![A-Za-z0-9])([A-Z]{2})([IiEe])[.,]?\s{0,2}(\d{3})(?!\d)/g;
/** Forms before 2014, as QI.A.12.02, QE.A.4.01, I.AC.50.20.12.12.(1), E.29.I.2. */
const former =
  /(?<![A-Za-z0-9.])(?:[QT][IE]|[IE])\.[A-Z0-9]{1,3}(?:\.[A-Z0-9]{1,3}){1,4}(?:\.?\(\d{1,3}\))?(?![A-Za-z0-9])/g;
/** An entry's own former number, as `[Old Reference # I.47.D.7]`. */
const ownFormer = /\[\s*Old Ref\w*\s*#?\s*([^\]]+)\]/gi;
/** The former numbers of two lists say today's: QE.A.4.01 is QDe.004, TE.H.12.12 is TAe.012. */
const renumbered = /^([QT])([IE])\.[A-Z]{1,2}\.(\d{1,3})\.\d{2}$/;

/** Fields that number or sort and cite nobody. */
const notNarrative = new Set(['DATAID', 'REFERENCE_NUMBER', 'NUMBER', 'SORT_KEY', 'ZIP_CODE']);

/**
 * The relationships between entries: wherever a text of an entry cites the reference number of another, in
 * today's spelling or in a former one that the edition explains, one `related-to` from the citing identity to
 * the cited, with the sentences as description. Wants all entries of the edition.
 */
export function relationships(entries: readonly UnEntry[], edition: Edition): Citations {
  const index = new Map(entries.flatMap((entry) => numbersOf(entry).map((number) => [number, entry])));
  const prefixes = new Set([...index.keys()].map((number) => number.slice(0, 2)));
  const result: Citations = { relationships: [], unresolved: [] };
  for (const entry of entries) {
    const cited = new Map<UnEntry, Set<string>>();
    for (const { citation, number, sentence } of citationsOf(entry, prefixes)) {
      const target = index.get(number) ?? index.get(plain(todays(citation)));
      if (target === entry) continue;
      if (target === undefined) result.unresolved.push({ dataId: dataIdOf(entry), citation, sentence });
      else cited.set(target, (cited.get(target) ?? new Set()).add(sentence));
    }
    for (const [target, sentences] of cited) {
      result.relationships.push(relationship(entry, target, [...sentences], edition));
    }
  }
  return result;
}

function relationship(source: UnEntry, target: UnEntry, sentences: string[], edition: Edition): StixObject {
  return {
    type: 'relationship',
    spec_version: '2.1',
    id: listedId('relationship', `${dataIdOf(source)}:related-to:${dataIdOf(target)}`, edition),
    created_by_ref: unListIdentity.id,
    ...timesOf(source, edition),
    relationship_type: 'related-to',
    description: sentences.join('\n'),
    source_ref: identityIdOf(source, edition),
    target_ref: identityIdOf(target, edition),
  };
}

/** The numbers by which others may cite an entry: its own, and those that it says it had before. */
function numbersOf(entry: UnEntry): string[] {
  const reference = referenceOf(entry);
  const old = narratives(entry).flatMap((text) =>
    [...text.matchAll(ownFormer)].map((match) => match[1] ?? ''),
  );
  return [...(reference === undefined ? [] : [reference]), ...old]
    .map(plain)
    .filter((number) => number !== '');
}

interface Citation {
  citation: string;
  number: string;
  sentence: string;
}

function citationsOf(entry: UnEntry, prefixes: ReadonlySet<string>): Citation[] {
  return narratives(entry).flatMap((text) =>
    sentencesOf(text.replace(ownFormer, ' ')).flatMap((sentence) => {
      const now = [...sentence.matchAll(current)].filter((match) => prefixes.has(match[1] ?? ''));
      const before = [...sentence.matchAll(former)].filter((match) => /\d/.test(match[0]));
      return [...now, ...before].map(([citation]) => ({ citation, number: plain(citation), sentence }));
    }),
  );
}

function todays(citation: string): string {
  const [, list, kind, number] = renumbered.exec(citation) ?? [];
  if (list === undefined || kind === undefined || number === undefined) return citation;
  return `${list === 'Q' ? 'QD' : 'TA'}${kind}${number.padStart(3, '0')}`;
}

/** Spelling apart: `QDi.346.`, `QDi 346` and `QDi346` are one number, so are `TAI.171` and `TAi.171`. */
const plain = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]/g, '');

function narratives(entry: UnEntry): string[] {
  const walk = ({ tag, text, children }: UnElement): string[] =>
    notNarrative.has(tag) ? [] : [text.replace(/\s+/g, ' ').trim(), ...children.flatMap(walk)];
  return entry.fields.flatMap(walk).filter((text) => text !== '');
}

/** Sentences: from behind a full stop or semicolon before a capital to the next one. */
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.;])\s+(?=[A-Z["“(])/).map((sentence) => sentence.trim());
