/** What the cell is run by: working days, the end of its founding, and what members offer for the public. */
import { isDay, type WorkingCalendar } from '@entente/core/decision/calendar';
import { Failure } from '@entente/core/failure';
import type { Change } from '@entente/store/change/change';
import { readCalendar, readConstitution } from '@entente/store/decision/reader';
import { readOffers, readOwnLabels, type OfferRow } from '@entente/store/decision/offer-reader';
import { addOffer, constitute, removeOffer, setCalendar } from '@entente/store/decision/writer';
import { requireReleaseOfficer, requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import { actAsSecretary, askerOf, type DecisionScene } from '../decision/scene.ts';

export interface ConstitutionActs {
  calendar(): Promise<WorkingCalendar>;
  /** For silences that are yet to come. By the secretary. */
  setCalendar(caller: Caller, calendar: WorkingCalendar): Promise<void>;
  /** When the founding ended, and the shortest silence; microseconds. `undefined` while it lasts. */
  constitution(): Promise<{ at: number; shortest: number } | undefined>;
  /** Ends the founding for good. By the secretary. @param shortest silence, in microseconds */
  constitute(caller: Caller, shortest: number): Promise<void>;
  /** What the caller's member offers for the public; of all members to the secretary. */
  offers(caller: Caller): Promise<OfferRow[]>;
  /** By a release officer. @throws Failure `not-found` where the member has put in no such object */
  offer(caller: Caller, object: string): Promise<void>;
  takeBack(caller: Caller, object: string): Promise<void>;
}

/** @throws Failure `conflict` once decisions alone change who belongs to the cell */
export async function requireFounding(change: Change): Promise<void> {
  if ((await readConstitution(change.client)) === undefined) return;
  throw new Failure('conflict', 'The founding of this cell has ended: table a decision on it.');
}

export function constitutionActs(scene: DecisionScene): ConstitutionActs {
  const { writer } = scene.cell.database;
  return {
    calendar: () => readCalendar(writer),

    async setCalendar(caller, { offset, weekend, holidays }) {
      const wrong = holidays.find((text) => !isDay(text));
      if (wrong !== undefined) throw new Failure('invalid', `holidays: ${wrong} is no day, as 2017-12-25.`);
      if (new Set(weekend).size > 6) throw new Failure('invalid', 'weekend: leave a day for work.');
      const calendar = { offset, weekend: [...weekend], holidays: [...holidays] };
      await actAsSecretary(scene, caller, 'calendar-set', calendar, (change) =>
        setCalendar(change, calendar),
      );
    },

    constitution: () => readConstitution(writer),

    async constitute(caller, shortest) {
      await actAsSecretary(scene, caller, 'constitute', { shortest }, async (change) => {
        if (!(await constitute(change, shortest)))
          throw new Failure('conflict', 'The founding has ended already.');
      });
    },

    async offers(caller) {
      requireWhole(caller);
      return readOffers(writer, await askerOf(scene, caller));
    },

    async offer(caller, object) {
      requireReleaseOfficer(caller);
      const { member: contributor, account } = caller;
      await scene.cell.act(caller, 'public-offer', { object }, async (change) => {
        const own = await readOwnLabels(change.client, contributor, object);
        if (own.length === 0) throw new Failure('not-found', 'Your member has put in no such object.');
        if (own.some(({ isRestricted }) => isRestricted))
          throw new Failure('conflict', 'A data subject asked to restrict it: lift that first.');
        await addOffer(change, { contributor, object, account });
      });
    },

    async takeBack(caller, object) {
      requireReleaseOfficer(caller);
      await scene.cell.act(caller, 'public-offer-end', { object }, async (change) => {
        if (await removeOffer(change, caller.member, object)) return;
        throw new Failure('not-found', 'Your member offers no such object.');
      });
    },
  };
}
