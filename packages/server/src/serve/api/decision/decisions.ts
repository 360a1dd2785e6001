/** Decisions: what is put to the caller's member, what it says, and what the secretary does. */
import type { FastifyInstance } from 'fastify';
import { decisionOperations as operations } from '@entente/contract/decision';
import type { AnswerOf } from '@entente/contract/operation';
import type { OpenedDecision } from '../../../acts/decisions.ts';
import type { ListedRow, ReceiptRow, StepRow } from '@entente/store/decision/types';
import type { Ports } from '../../ports.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';
import { micros, timeOrNull, timeText } from '../time.ts';
const open = ['draft', 'tabled', 'under-silence', 'consultation'] as const;

export function decisionRoutes(api: FastifyInstance, ports: Ports): void {
  readingRoutes(api, ports);
  secretaryRoutes(api, ports);
  memberRoutes(api, ports);
}

function readingRoutes(api: FastifyInstance, ports: Ports): void {
  const { decisions } = ports;
  route(api, operations.decisions, async ({ caller, query }) => {
    const { state, open: isOpen } = query;
    const paging = pagingOf(ports, caller, ['decisions', state ?? null, isOpen ?? null], query);
    const after = paging.position as Pick<ListedRow, 'listedAt' | 'id'> | undefined;
    const states = state === undefined ? (isOpen === undefined ? undefined : open) : [state];
    const rows = await decisions.list(caller, { states, after, limit: paging.limit + 1 });
    const page = rows.slice(0, paging.limit);
    const last = page.at(-1);
    const next =
      rows.length > page.length && last !== undefined
        ? paging.next({ listedAt: last.listedAt, id: last.id })
        : undefined;
    return { items: page.map(summaryOf), next };
  });
  route(api, operations.decisionFigures, async ({ caller }) => {
    const { decided, median, longest, waitedFor } = await decisions.figures(caller);
    const seconds = (time: number): number => time / 1_000_000;
    return {
      decided,
      median: median === null ? null : seconds(median),
      longest: longest === null ? null : seconds(longest),
      waitedFor: waitedFor.map(({ time, ...rest }) => ({ ...rest, seconds: seconds(time) })),
    };
  });
  route(api, operations.decision, async ({ caller, params: { id } }) =>
    wholeOf(await decisions.open(caller, id), caller.member),
  );
  route(api, operations.decisionReceipts, async ({ caller, params: { id }, query }) => {
    const receipts = await decisions.receipts(caller, id);
    return pageOfList(receipts.map(receiptOf), pagingOf(ports, caller, ['receipts', id], query));
  });
}

function secretaryRoutes(api: FastifyInstance, { decisions }: Ports): void {
  route(api, operations.draftDecision, ({ caller, body }) => decisions.draft(caller, body));
  route(api, operations.changeDraft, ({ caller, params: { id }, body }) =>
    nothing(decisions.changeDraft(caller, id, body)),
  );
  route(api, operations.tableDecision, ({ caller, params: { id }, body }) =>
    nothing(decisions.table(caller, id, micros(body.expiry))),
  );
  route(api, operations.reviseDecision, ({ caller, params: { id }, body: { expiry, ...text } }) =>
    nothing(decisions.revise(caller, id, text, micros(expiry))),
  );
  route(api, operations.extendSilence, ({ caller, params: { id }, body }) =>
    nothing(decisions.extend(caller, id, micros(body.expiry), body.reason)),
  );
  route(api, operations.withdrawDecision, ({ caller, params: { id }, body }) =>
    nothing(decisions.settle(caller, id, 'withdraw', body.reason)),
  );
  route(api, operations.referDecision, ({ caller, params: { id }, body }) =>
    nothing(decisions.settle(caller, id, 'refer', body.reason)),
  );
  route(api, operations.lapseDecision, ({ caller, params: { id }, body }) =>
    nothing(decisions.settle(caller, id, 'lapse', body.reason)),
  );
  route(api, operations.issueDecision, ({ caller, params: { id } }) => nothing(decisions.issue(caller, id)));
}

function memberRoutes(api: FastifyInstance, { decisions }: Ports): void {
  route(api, operations.breakSilence, ({ caller, params: { id }, body }) =>
    nothing(decisions.break(caller, id, body.reason, body.amendment)),
  );
  route(api, operations.stateOnDecision, ({ caller, params: { id }, body }) =>
    nothing(decisions.state(caller, id, body.kind === 'reservation' ? 'reserve' : 'state', body.text)),
  );
  route(api, operations.noteDecision, ({ caller, params: { id } }) =>
    nothing(decisions.takeNote(caller, id)),
  );
}

type Summary = AnswerOf<typeof operations.decisions>['items'][number];

function summaryOf({ heading, listedAt: _listedAt, began, expiry, ...row }: ListedRow): Summary {
  const { purpose, title, effect } = heading;
  return {
    ...row,
    purpose,
    title,
    effect: { kind: effect },
    tabled: timeOrNull(began ?? undefined),
    expiry: timeOrNull(expiry ?? undefined),
  };
}

type Whole = AnswerOf<typeof operations.decision>;

function wholeOf({ row, steps, texts, names }: OpenedDecision, member: string): Whole {
  const { id, decision, version, content, community, seen, reservations, outcome, reason, issued } = row;
  const { state, digest, period, electors, informed, objectors, notedBy } = decision;
  const { purpose, title, text, effect } = content;
  return {
    id,
    state,
    version,
    purpose,
    title,
    effect: effect as Whole['effect'],
    community,
    digest,
    tabled: timeOrNull(period?.from),
    expiry: timeOrNull(period?.expiry),
    electors: [...electors],
    informed: [...informed],
    seen,
    objectors: [...objectors],
    notedBy: [...notedBy],
    reservations,
    outcome,
    voice: electors.includes(member),
    text,
    steps: steps.map(stepOf),
    versions: texts.map(versionOf),
    names: Object.fromEntries([...names].sort(([one], [other]) => (one < other ? -1 : 1))),
    reason,
    issued,
  };
}

const versionOf = ({ version, digest, content: { title, text } }: OpenedDecision['texts'][number]) => ({
  version,
  digest,
  title,
  text,
});

const stepOf = ({ no, version, kind, at, member, said: { text, amendment, expiry } }: StepRow) => ({
  no,
  version,
  kind,
  at: timeText(at),
  member,
  text: text ?? null,
  amendment: amendment === undefined ? null : { en: amendment.en ?? null, fr: amendment.fr ?? null },
  expiry: timeOrNull(expiry),
});

const receiptOf = ({ version, digest, member, account, at }: ReceiptRow) => ({
  version,
  digest,
  member,
  account,
  at: timeText(at),
});
