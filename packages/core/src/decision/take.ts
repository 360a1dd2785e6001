/** One act upon a decision: what comes of it, or why nothing does. */
import type {
  Decision,
  DecisionAct,
  ExpiryAct,
  MemberAct,
  Refusal,
  Reminding,
  SettlingAct,
  Step,
  StepKind,
  TablingAct,
  Taken,
} from './decision.ts';

/**
 * Takes an act in the order of commits. Its time is the hub's time of receipt; where clocks went back it is the time
 * of the step before.
 */
export function take(decision: Decision, act: DecisionAct): Taken | Refusal {
  const at = Math.max(act.at, decision.lastAt);
  switch (act.kind) {
    case 'table':
    case 'revise':
      return tableText(decision, act, at);
    case 'break':
      return breakSilence(decision, act, at);
    case 'reserve':
    case 'state':
      return attach(decision, act, at);
    case 'take-note':
      return takeNote(decision, act, at);
    case 'extend':
    case 'prolong':
      return moveExpiry(decision, act, at);
    case 'expire':
      return expire(decision, at);
    case 'remind':
      return remind(decision, act, at);
    default:
      return settle(decision, act, at);
  }
}

const refuse = (refused: string): Refusal => ({ refused });

function taken(decision: Decision, at: number, kinds: readonly StepKind[], takesEffect = false): Taken {
  const { version } = decision;
  const steps = kinds.map((kind): Step => ({ kind, at, version }));
  return { decision: { ...decision, lastAt: at }, steps, takesEffect };
}

/** Whether its clock runs. */
export const isRunning = ({ state }: Decision): boolean => state === 'under-silence' || state === 'tabled';

const isOver = ({ period }: Decision, at: number): boolean => period === undefined || at >= period.expiry;

const over = 'Its time is over: the hub received this at or after the expiry.';

function tableText(decision: Decision, act: TablingAct, at: number): Taken | Refusal {
  const from = act.kind === 'table' ? 'draft' : 'consultation';
  if (decision.state !== from) {
    return refuse(
      act.kind === 'table'
        ? 'It is tabled already: a text that is put to the members is not changed.'
        : 'It is not in consultation: a text under silence is not changed. Withdraw it, or wait until it is broken.',
    );
  }
  const { purpose, digest, electors, informed, expiry, outage } = act;
  if (act.kind === 'revise' && purpose !== decision.purpose)
    return refuse('What it is put for stays the same.');
  if (purpose === 'agree' && electors.length === 0) return refuse('Nobody may take part in it.');
  if (expiry <= at) return refuse('The expiry has to lie ahead.');
  const isNote = purpose === 'note';
  const tabled: Decision = {
    ...decision,
    state: isNote ? 'tabled' : 'under-silence',
    purpose,
    version: decision.version + 1,
    digest,
    electors: [...new Set(electors)],
    informed: [...new Set(informed)].filter((member) => !electors.includes(member)),
    period: { from: at, expiry, outage },
    reminded: [],
    objectors: [],
    notedBy: [],
  };
  return taken(tabled, at, [
    act.kind === 'table' ? 'tabled' : 'revised',
    ...(isNote ? [] : ['silence' as const]),
  ]);
}

function breakSilence(decision: Decision, { member }: MemberAct, at: number): Taken | Refusal {
  const { state, electors, objectors, purpose } = decision;
  if (purpose === 'note') return refuse('It is put for note: there is no silence to break.');
  if (!electors.includes(member)) return refuse('Your member has no voice in it.');
  if (state === 'consultation') {
    if (objectors.includes(member))
      return refuse('Your member broke this silence already: it has one voice.');
    return taken({ ...decision, objectors: [...objectors, member] }, at, ['joined']);
  }
  if (state !== 'under-silence') return refuse('There is no silence to break.');
  if (isOver(decision, at)) return refuse(over);
  const broken: Decision = { ...decision, state: 'consultation', objectors: [member] };
  return taken(broken, at, ['broken', 'consultation']);
}

function attach(decision: Decision, { kind, member }: MemberAct, at: number): Taken | Refusal {
  if (!decision.electors.includes(member)) return refuse('Your member has no voice in it.');
  if (!isRunning(decision))
    return refuse('Reservations and statements are made while the text is before the members.');
  if (isOver(decision, at)) return refuse(over);
  return taken(decision, at, [kind === 'reserve' ? 'reserved' : 'stated']);
}

function takeNote(decision: Decision, { member }: MemberAct, at: number): Taken | Refusal {
  const { electors, informed, notedBy } = decision;
  if (![...electors, ...informed].includes(member)) return refuse('It was not put to your member.');
  if (!isRunning(decision)) return refuse('It is not before the members now.');
  if (isOver(decision, at)) return refuse(over);
  if (notedBy.includes(member)) return refuse('Your member took note of it already.');
  return taken({ ...decision, notedBy: [...notedBy, member] }, at, ['took-note']);
}

function moveExpiry(decision: Decision, act: ExpiryAct, at: number): Taken | Refusal {
  const { period } = decision;
  if (!isRunning(decision) || period === undefined) return refuse('There is no time to extend.');
  if (act.kind === 'extend' && isOver(decision, at)) return refuse(over);
  if (act.expiry <= period.expiry || act.expiry <= at) return refuse('The new expiry has to be later.');
  const next = { from: at, expiry: act.expiry, outage: act.outage };
  const kind = act.kind === 'extend' ? 'extended' : 'prolonged';
  return taken({ ...decision, period: next, reminded: [] }, at, [kind]);
}

function expire(decision: Decision, at: number): Taken | Refusal {
  if (!isRunning(decision)) return refuse('There is no time that could run out.');
  if (!isOver(decision, at)) return refuse('Its time is not over yet.');
  const isNote = decision.purpose === 'note';
  return taken(
    { ...decision, state: isNote ? 'noted' : 'adopted' },
    at,
    [isNote ? 'noted' : 'adopted'],
    !isNote,
  );
}

function remind(decision: Decision, { reminder }: Reminding, at: number): Taken | Refusal {
  const { reminded } = decision;
  if (!isRunning(decision) || isOver(decision, at)) return refuse('There is nobody to remind.');
  if (reminded.includes(reminder)) return refuse('They were reminded.');
  return taken({ ...decision, reminded: [...reminded, reminder] }, at, ['reminded']);
}

function settle(decision: Decision, { kind }: SettlingAct, at: number): Taken | Refusal {
  const { state } = decision;
  if (kind === 'issue') {
    return state === 'adopted'
      ? taken({ ...decision, state: 'issued' }, at, ['issued'])
      : refuse('What was adopted is issued, once.');
  }
  if (kind === 'withdraw') {
    if (isRunning(decision) && isOver(decision, at)) return refuse(over);
    return isRunning(decision) || state === 'consultation' || state === 'draft'
      ? taken({ ...decision, state: 'withdrawn' }, at, ['withdrawn'])
      : refuse('It is settled: nothing is left to withdraw.');
  }
  if (state !== 'consultation') return refuse('It is not in consultation.');
  const settled = kind === 'refer' ? 'referred' : 'lapsed';
  return taken({ ...decision, state: settled }, at, [settled]);
}
