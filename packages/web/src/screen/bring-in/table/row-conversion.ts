/** One row on its way to objects: its subject, what stands beside it, and the links between them. */
import type { JsonObject, StixObject } from '@entente/core/stix/types';
import { spanOf } from './date.ts';
import type { Identifiers } from './identifier.ts';
import type { Mapping } from './mapping.ts';
import { observableOf } from './observable.ts';
import { placeOf } from './place.ts';
import type { Values } from './row.ts';
import { datesOf, described, groupOf, incidentOf, personOf, type Content } from './subject.ts';

export class RowConversion {
  readonly objects: StixObject[] = [];
  readonly values: Values;
  private readonly mapping: Mapping;
  private readonly identifiers: Identifiers;
  private readonly tellers: readonly string[];
  private readonly key: string | undefined;

  constructor(
    values: Values,
    mapping: Mapping,
    identifiers: Identifiers,
    tellers: readonly string[],
    key: string | undefined,
  ) {
    this.values = values;
    this.mapping = mapping;
    this.identifiers = identifiers;
    this.tellers = tellers;
    this.key = key;
  }

  /** @returns the id of the subject; nothing where there is none, which is noted */
  run(): string | undefined {
    const { subject, dateOrder } = this.mapping;
    if (subject === 'observable') return this.observable();
    if (subject === 'place') return this.place();
    const made =
      subject === 'person'
        ? personOf(this.values, dateOrder)
        : subject === 'group'
          ? groupOf(this.values, dateOrder)
          : incidentOf(this.values);
    if (made === undefined) return this.unnamed();
    const id = this.add({ ...made, ...this.referred() }, [subject, ...this.tellers]);
    if (subject === 'incident') {
      this.occasion(id);
      return id;
    }
    const place = this.beside();
    if (place !== undefined) this.link('located-at', id, place);
    if (subject === 'person') this.groups(id);
    this.addresses(id);
    return id;
  }

  private unnamed(): undefined {
    this.values.note('unnamed');
    return undefined;
  }

  private add(content: Content, tellers: readonly string[]): string {
    const id = this.identifiers.of(content.type, tellers);
    this.objects.push({ ...content, id });
    return id;
  }

  private addObservable(content: Content): string {
    const id = this.identifiers.ofObservable(content);
    this.objects.push({ ...content, id });
    return id;
  }

  private link(kind: string, source: string, target: string): void {
    const content = { type: 'relationship', spec_version: '2.1', relationship_type: kind };
    this.add({ ...content, source_ref: source, target_ref: target }, [kind, source, target]);
  }

  /** The row's number in the list, by which its source cites it. */
  private referred(): JsonObject {
    const number = this.values.one('reference') ?? this.key;
    return number === undefined
      ? {}
      : { external_references: [{ source_name: this.mapping.list.trim(), external_id: number }] };
  }

  private place(): string | undefined {
    const found = placeOf(this.values, { isSubject: true });
    if (found === undefined) return this.unnamed();
    if ('refused' in found) {
      this.values.note(found.refused, found.refused === 'coordinates' ? 'latitude' : 'country');
      return undefined;
    }
    return this.add({ ...found.place, ...this.referred() }, ['place', ...this.tellers]);
  }

  /** The place that the row names beside its subject; where it cannot be an object, that is noted. */
  private beside(): string | undefined {
    const found = placeOf(this.values, { isSubject: false });
    if (found === undefined) return undefined;
    if (!('refused' in found)) return this.add(found.place, ['beside', ...found.tellers]);
    this.values.note('place-unplaced', found.refused === 'coordinates' ? 'latitude' : undefined);
    return undefined;
  }

  private groups(person: string): void {
    for (const name of this.values.all('group')) {
      const content = { type: 'identity', spec_version: '2.1', name, identity_class: 'group' };
      this.link('related-to', person, this.add(content, ['beside', name.toLowerCase()]));
    }
  }

  private addresses(subject: string): void {
    for (const text of this.values.all('e-mail')) {
      const address = observableOf(text);
      if (address?.type === 'email-addr') this.link('related-to', subject, this.addObservable(address));
      else this.values.note('e-mail-unclear', 'e-mail', text);
    }
  }

  /** When and where something was: STIX has no times in an incident, so a sighting of it says them (§5.2). */
  private occasion(incident: string): void {
    const [place, seen] = [this.beside(), this.seen('date', 'end-date')];
    if (place === undefined && seen === undefined) return;
    const content = { type: 'sighting', spec_version: '2.1', sighting_of_ref: incident };
    const times = seen === undefined ? {} : { first_seen: seen.start, last_seen: seen.end };
    const where = place === undefined ? {} : { where_sighted_refs: [place] };
    this.add({ ...content, ...times, ...where }, [incident]);
  }

  private observable(): string | undefined {
    const text = this.values.one('value');
    if (text === undefined) return this.unnamed();
    const content = observableOf(text);
    if (content === undefined) {
      this.values.note('unknown-value', 'value', text);
      return undefined;
    }
    const id = this.addObservable(content);
    const seen = this.seen('first-seen', 'last-seen');
    const about = { spec_version: '2.1', object_refs: [id], ...this.referred() };
    if (seen !== undefined) {
      const times = { first_observed: seen.start, last_observed: seen.end, number_observed: 1 };
      this.add({ type: 'observed-data', ...about, ...times }, this.tellers);
    }
    const said = described(this.values)['description'];
    if (said !== undefined) this.add({ type: 'note', ...about, content: said }, this.tellers);
    return id;
  }

  /** From the first day that the one field may mean to the last of the other. */
  private seen(
    first: 'date' | 'first-seen',
    last: 'end-date' | 'last-seen',
  ): { start: string; end: string } | undefined {
    const [from, to] = [first, last].map((field) => {
      const [date] = datesOf(this.values, field, this.mapping.dateOrder);
      return date === undefined ? undefined : spanOf(date);
    });
    const start = from ?? to;
    const end = to ?? from;
    if (start === undefined || end === undefined) return undefined;
    return { start: start.start, end: end.end < start.end ? start.end : end.end };
  }
}
