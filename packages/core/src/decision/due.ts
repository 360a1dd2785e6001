/** What is due for a decision at a moment: reminders, the end of its time, or more time where the hub was away. */
import { day, hour, workingMoment, type WorkingCalendar } from './calendar.ts';
import { reminders, type Decision, type HubAct, type Period, type Reminder } from './decision.ts';
import { isRunning } from './take.ts';

/** A stretch of time in which the hub was out of reach, or its clock jumped; numbered as they were found. */
export interface Outage {
  readonly no: number;
  readonly began: number;
  readonly ended: number;
}

/** A tenth of a period; at its end the members have to reach the hub. */
const tenthOf = ({ from, expiry }: Period): number => Math.ceil((expiry - from) / 10);

/** When each reminder is due. One that would come with the text itself is none. */
function momentsOf({ from, expiry }: Period): [Reminder, number][] {
  const moments: Record<Reminder, number> = {
    half: from + Math.floor((expiry - from) / 2),
    day: expiry - day,
    hour: expiry - hour,
  };
  return reminders.map((one): [Reminder, number] => [one, moments[one]]).filter(([, at]) => at > from);
}

/** The next moment at which something may be due; `undefined` where no clock runs. */
export function nextDue(decision: Decision): number | undefined {
  const { period, reminded } = decision;
  if (!isRunning(decision) || period === undefined) return undefined;
  const open = momentsOf(period).flatMap(([one, at]) => (reminded.includes(one) ? [] : [at]));
  return Math.min(period.expiry, ...open);
}

/**
 * The act of the hub that is due, if any. Acts that were received before the expiry must have ended before this is
 * asked at or after it.
 * @param outages all that are known; those before this period was set are accounted for
 */
export function dueAct(
  decision: Decision,
  now: number,
  outages: readonly Outage[],
  calendar: WorkingCalendar,
): HubAct | undefined {
  const { period, reminded } = decision;
  if (!isRunning(decision) || period === undefined) return undefined;
  if (now >= period.expiry) return endOf(period, now, outages, calendar);
  const open = momentsOf(period)
    .filter(([one, at]) => at <= now && !reminded.includes(one))
    .sort(([, one], [, other]) => one - other);
  const [first] = open;
  return first === undefined ? undefined : { kind: 'remind', at: now, reminder: first[0] };
}

function endOf(period: Period, now: number, outages: readonly Outage[], calendar: WorkingCalendar): HubAct {
  const tenth = tenthOf(period);
  const missed = outages.filter(
    ({ no, began, ended }) => no > period.outage && began < period.expiry && ended > period.expiry - tenth,
  );
  if (missed.length === 0) return { kind: 'expire', at: now };
  const outage = Math.max(...outages.map(({ no }) => no));
  return { kind: 'prolong', at: now, expiry: workingMoment(now + tenth, calendar), outage };
}
