/** Texts on the table, for measurements. */
import { openDecisionDesk } from '@entente/server/decision/desk';
import { secretaryOf } from '../property/decisions.ts';
import { callerOf } from '../world/play.ts';
import type { Stand } from './stand.ts';

/** Tables texts of two pages of paper; two of the members have opened each. */
export async function tableTexts({ cell }: Stand, members: readonly string[], count: number): Promise<void> {
  const { decisions } = openDecisionDesk(cell, () => Promise.resolve(true));
  const secretary = secretaryOf(members[0] as string);
  for (let index = 0; index < count; index += 1) {
    const { id } = await decisions.draft(secretary, {
      purpose: 'agree',
      title: { en: 'A text', fr: 'Un texte' },
      text: { en: 'A sentence. '.repeat(500), fr: 'Une phrase. '.repeat(500) },
      effect: { kind: 'communique' },
      community: null,
      informed: [],
    });
    await decisions.table(secretary, id, cell.world.now() + 30 * 86_400_000_000);
    for (const member of members.slice(0, 2)) await decisions.open(callerOf(member), id);
  }
}
