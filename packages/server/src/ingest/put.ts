/** Putting examined objects in, from wherever they come. */
import type { Label, LabelParts } from '@entente/core/label/label';
import type { Change } from '@entente/store/change/change';
import { putObjects, type Hold, type PutOptions } from '@entente/store/contribution/put';
import type { Examined, PutAnswer } from './examine.ts';

export interface PutRequest {
  contributor: string;
  /** Label parts that the person chose, or the audience of the collection. */
  chosen?: LabelParts | undefined;
  /** The member's default for this source. */
  default?: LabelParts | undefined;
  batch: string | null;
  refuse?: ((label: Label) => string | undefined) | undefined;
  hold?: Hold | undefined;
  date?: PutOptions['date'];
}

/** Puts examined objects in, in their order, inside the transaction of a change. */
export async function putExamined(
  change: Change,
  { answers, prepared, places }: Examined,
  request: PutRequest,
): Promise<PutAnswer[]> {
  const results = await putObjects(change, prepared, {
    contributor: request.contributor,
    sources: { chosen: request.chosen, default: request.default },
    batch: request.batch,
    refuse: request.refuse,
    hold: request.hold,
    date: request.date,
  });
  const told = [...answers];
  results.forEach(({ outcome, version, reason, waits }, index) => {
    const place = places[index] as number;
    const findings = reason === undefined ? [] : [{ path: '', message: reason }];
    const waiting = waits ? { waits } : {};
    told[place] = { ...(answers[place] as PutAnswer), outcome, version, findings, ...waiting };
  });
  return told;
}
