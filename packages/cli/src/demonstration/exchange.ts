/** A request for information: one desk asks two others; one answers in part, the other takes note for now. */
import type { OpenCell } from '@entente/server/open-cell';
import { actorOf, type DemonstrationAccount } from './people.ts';
import { answerOfFrance, questionOfBelgium } from './records/exchange.ts';

const days = 86_400_000_000;

/** Plays it; the date that counts is two weeks from now. */
export async function exchange(open: OpenCell, accounts: readonly DemonstrationAccount[]): Promise<void> {
  const { ports } = open;
  const { requests } = ports;
  const belgium = await actorOf(open, accounts, 'belgium');
  const { id } = await requests.ask(belgium, { ...questionOfBelgium, by: ports.now() + 14 * days }, {});
  await open.cell.settle();
  await requests.answer(await actorOf(open, accounts, 'france'), id, answerOfFrance, {});
  await requests.say(await actorOf(open, accounts, 'jordan'), id, 'acknowledged');
  await open.cell.settle();
}
