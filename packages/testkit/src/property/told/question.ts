/** What the routes of the API are asked, and by whom: questions with the answers that the oracle gives. */
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import { firstOfEachVersion, type Row } from '../../oracle/feed.ts';
import type { Handed } from '../../oracle/handed.ts';
import { tlpHandling, written } from '../../oracle/label.ts';
import { hub } from '../../oracle/notice.ts';
import type { Oracle } from '../../oracle/oracle.ts';
import type { ViewEntry } from '../../oracle/reading.ts';

/** A question to the server, and the answer that the oracle gives. */
export interface Question {
  url: string;
  /** Of what is posted. */
  body?: object;
  /** What of the answer is compared. */
  read(body: string): unknown;
  wanted: unknown;
}

export interface Entry {
  object: JsonObject;
  contributor: string | null;
  added: string;
  version: string;
  label?: JsonObject;
}

export const time = (micros: bigint): string => formatTimestamp(micros);
export const items = (body: string): unknown[] => (JSON.parse(body) as { items: unknown[] }).items;
const isTimed = ({ form }: ViewEntry): boolean =>
  form['modified'] !== undefined || form['created'] !== undefined;
/** More than there is on any page. */
export const most = 1000;

/** A member who asks, and what the oracle knows of its view. */
export class Asker {
  readonly oracle: Oracle;
  readonly member: string;
  readonly handed: Handed;
  /** When each version came, and its label. */
  private readonly came: Map<string, { at: bigint; label: JsonObject }>;

  constructor(oracle: Oracle, member: string, handed: Handed) {
    this.oracle = oracle;
    this.member = member;
    this.handed = handed;
    this.came = new Map(
      firstRows(oracle.rows(member)).map(({ seen: { contribution: c }, dateAdded }) => [
        `${c.id} ${c.version} ${c.contributor}`,
        { at: dateAdded, label: written(c.label, handed) },
      ]),
    );
  }

  /** A version as routes answer it. */
  entry(one: ViewEntry): Entry {
    const { id, version, contributor, form } = one;
    const { at, label } = this.came.get(`${id} ${version} ${contributor}`) ?? { at: -1n, label: undefined };
    const added = time(at);
    // What the hub itself says has no contributing member.
    const by = contributor === hub ? null : contributor;
    return {
      object: form,
      contributor: by,
      added,
      version: isTimed(one) ? time(version) : added,
      ...(contributor === this.member && label !== undefined && { label }),
    };
  }

  /** Codes of the version of an object that the member is served: of its label, and those of TLP that it names. */
  markings(id: string): string[] {
    const rows = this.oracle.rows(this.member);
    const served = firstOfEachVersion(
      rows.filter(({ isServed, seen }) => isServed && seen.contribution.id === id),
    ).at(-1);
    if (served === undefined) return [];
    const { contribution, form } = served.seen;
    const named = tlpHandling((form['object_marking_refs'] ?? []) as string[]);
    return [...new Set([...contribution.label.handling, ...named])].filter((one) => /^[A-Z]+:\S+$/.test(one));
  }
}

/** Of each contributor's version the contribution that came first. */
const firstRows = (rows: readonly Row[]): Row[] => {
  const keys = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.seen.contribution.id} ${row.seen.contribution.contributor}`;
    keys.set(key, [...(keys.get(key) ?? []), row]);
  }
  return [...keys.values()].flatMap(firstOfEachVersion);
};
