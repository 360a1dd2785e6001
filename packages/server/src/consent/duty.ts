/** What the hub does by itself about requests for consent: reminds owners, and ends what was not answered in time. */
import { readSilence } from '@entente/store/consent/reader';
import { tellExpired, tellExpiring } from '@entente/store/consent/tell';
import { noteDue, readDue } from '@entente/store/consent/writer';
import { settleMessages } from '@entente/store/message/writer';
import type { Change } from '@entente/store/change/change';
import type { Cell } from '../cell.ts';
import type { Duty } from '../duties.ts';

/** Owners are reminded so long before the date, in microseconds. */
const notice = 24 * 3600 * 1_000_000;

export const consentDuty = (cell: Cell): Duty => ({
  name: 'consent',
  async run(now) {
    const [first] = await readDue(cell.database.writer, now, notice);
    if (first === undefined) return false;
    await cell.actAsHub('consent-date', {}, (change) => endDue(change, first.due), first.due);
    return true;
  },
});

/** Silence never consents: what has no answer at its date has none for good. */
async function endDue(change: Change, at: number): Promise<void> {
  const due = (await readDue(change.client, at, notice)).filter((one) => one.due === at);
  for (const { id, hasPassed } of due) {
    const { member, silent, isOpen } = await readSilence(change.client, id);
    if (!hasPassed) await tellExpiring(change, id, member, silent);
    else {
      await settleMessages(change, id);
      if (isOpen) await tellExpired(change, id, member);
    }
  }
  await noteDue(change.client, at, due);
}
