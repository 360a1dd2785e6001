/**
 * Of a dry run: the persons and groups that would be added, as screening is asked for them, so that whoever brings a
 * file in can look first whether they are in the view under another id. It is made of the file alone.
 */
import { askedFor, screenedTypes } from '@entente/core/names/asked';
import type { JsonObject } from '@entente/core/stix/types';
import { textOf } from '@entente/store/contribution/puttable';
import type { PutAnswer } from './examine.ts';
import type { Step } from './stix/steps.ts';

export interface ToScreen {
  items: { id: string; line?: number; persons: ReturnType<typeof askedFor> }[];
  /** How many there are beyond these. */
  more: number;
}

/** Objects that are listed: no more are read once more. */
const most = 1000;

/** Collects them step by step. */
export class Newcomers {
  readonly report: ToScreen = { items: [], more: 0 };
  private readonly listed = new Set<string>();

  /** @param answers what would come of each object of the step */
  note({ lines, examined: { prepared, places } }: Step, answers: readonly PutAnswer[]): void {
    prepared.forEach((object, index) => {
      const place = places[index] as number;
      // Each step is undone before the next: what stands in several would be added by each.
      const isNew = answers[place]?.outcome === 'added' && !this.listed.has(object.id);
      if (!isNew || !screenedTypes.includes(object.type)) return;
      if (this.listed.size === most) this.report.more += 1;
      else this.list(object.id, lines[place] ?? 0, JSON.parse(textOf(object)) as JsonObject);
    });
  }

  /** What has no name cannot be asked for. */
  private list(id: string, line: number, object: JsonObject): void {
    const persons = askedFor(object);
    if (persons.length === 0) return;
    this.listed.add(id);
    this.report.items.push({ id, ...(line > 0 && { line }), persons });
  }
}
