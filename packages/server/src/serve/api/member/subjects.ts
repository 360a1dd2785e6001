/** What data subjects ask of the caller's member. */
import type { FastifyInstance } from 'fastify';
import { subjectOperations as operations } from '@entente/contract/subject';
import { writeParts } from '@entente/core/label/extension';
import { parseLabel } from '@entente/core/label/label';
import type { StixObject } from '@entente/core/stix/types';
import type { SubjectEventRow, SubjectFileFound, SubjectRequestRow } from '../../../acts/subjects.ts';
import type { Ports } from '../../ports.ts';
import { withoutEpochs } from '../contribution/label-parts.ts';
import { pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';
import { orNull, pageOfRows } from '../rows.ts';
import { microsOf, timeText } from '../time.ts';
import { openingsBody, ownRecallOf } from './recalls.ts';

export function subjectRoutes(api: FastifyInstance, ports: Ports): void {
  const { subjects } = ports;
  route(api, operations.subjectRequests, async ({ caller, query }) => {
    const { state, reference } = query;
    const paging = pagingOf(ports, caller, ['subjects', state ?? null, reference ?? null], query);
    const isOpen = state === undefined ? undefined : state === 'open';
    const after = paging.position as { deadline: number; id: string } | undefined;
    const rows = await subjects.list(caller, { isOpen, reference, after, limit: paging.limit + 1 });
    return pageOfRows(rows, paging, requestOf, ({ deadline, id }) => ({ deadline, id }));
  });
  route(api, operations.subjectRequest, async ({ caller, params: { id } }) => {
    const { request, events } = await subjects.find(caller, id);
    return { ...requestOf(request), events: events.map(eventOf) };
  });
  route(api, operations.subjectFile, async ({ caller, params: { id } }) => {
    const file = await subjects.file(caller, id);
    recordFile(ports, caller, file);
    return fileOf(file);
  });
  route(api, operations.enterSubjectRequest, async ({ caller, body }) => {
    const { kind, via, subject, reference, received, deadline, objects } = body;
    const times = { receivedAt: microsOf(received), deadline: microsOf(deadline) };
    return { id: await subjects.enter(caller, { kind, via, subject, reference, objects, ...times }) };
  });
  doingRoutes(api, ports);
}

function doingRoutes(api: FastifyInstance, { subjects }: Ports): void {
  route(api, operations.setSubjectRecords, ({ caller, params: { id }, body }) =>
    nothing(subjects.setRecords(caller, id, body.objects)),
  );
  route(api, operations.restrictSubject, async ({ caller, params: { id } }) => ({
    contributions: await subjects.restrict(caller, id),
  }));
  route(api, operations.liftRestriction, async ({ caller, params: { id } }) => ({
    contributions: await subjects.lift(caller, id),
  }));
  route(api, operations.eraseSubject, async ({ caller, params: { id } }) => ({
    contributions: await subjects.erase(caller, id),
  }));
  route(api, operations.answerSubject, ({ caller, params: { id }, body }) =>
    nothing(subjects.answer(caller, id, body)),
  );
}

/** The file gives records, as any page of them does. */
function recordFile(ports: Ports, caller: Parameters<Ports['recordRead']>[0], file: SubjectFileFound): void {
  const given = file.records.flatMap(({ versions }) =>
    versions.map(({ id, object, version, timed }) => ({
      contribution: id,
      object,
      version,
      timed,
      added: undefined,
    })),
  );
  ports.recordRead(caller, { route: 'subjectFile', at: file.made, given });
}

const requestOf = (row: SubjectRequestRow) => ({
  id: row.id,
  kind: row.kind,
  via: row.via,
  subject: row.subject,
  reference: row.reference,
  received: timeText(row.receivedAt),
  deadline: timeText(row.deadline),
  entered: timeText(row.enteredAt),
  account: row.account,
  objects: row.objects,
  restricted: row.restricted,
  answered: orNull(row.answeredAt),
  answeredBy: row.answeredBy,
  outcome: row.outcome,
  answer: row.answer,
});

const eventOf = ({ at, account, kind, count }: SubjectEventRow) => ({
  at: timeText(at),
  account,
  kind,
  count,
});

const fileOf = ({ made, member, request, events, records }: SubjectFileFound) => ({
  made: timeText(made),
  member,
  request: requestOf(request),
  events: events.map(eventOf),
  records: records.map(({ id, versions, recipients, opened, recalls, mentionedBy }) => ({
    id,
    versions: versions.map(({ body, label, at, account, login, purpose, caseReference, source }) => ({
      object: JSON.parse(body) as StixObject,
      label: writeParts(withoutEpochs(parseLabel(label))),
      at: timeText(at),
      account,
      login,
      purpose,
      caseReference,
      source,
    })),
    recipients,
    openings: openingsBody(opened),
    recalls: recalls.map(ownRecallOf),
    mentionedBy,
  })),
});
