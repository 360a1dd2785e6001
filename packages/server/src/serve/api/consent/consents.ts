/** Consent of owners to onward release. */
import type { FastifyInstance } from 'fastify';
import {
  consentOperations as operations,
  type AskedConsentBody,
  type OwnerAnswerBody,
  type ReceivedConsentBody,
} from '@entente/contract/consent';
import { writeParts } from '@entente/core/label/extension';
import type { AskedConsent, HeldRow, OwnerAnswer, ReceivedConsent } from '../../../consent/acts.ts';
import type { Ports } from '../../ports.ts';
import { partsOf } from '../contribution/label-parts.ts';
import { selectedBy } from '../contribution/selection.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';
import { micros, timeOrNull, timeText } from '../time.ts';

export function consentRoutes(api: FastifyInstance, ports: Ports): void {
  const { consents } = ports;
  route(api, operations.askConsent, async ({ caller, body }) => {
    const { object, version, label, purpose, by } = body;
    const [selection] = await selectedBy(ports, caller, [{ object, version }]);
    const asking = { label: partsOf(label), purpose, by: micros(by) };
    return askedOf(
      await consents.ask(caller, { ...asking, selection: selection ?? { object, version: -1 } }),
    );
  });
  route(api, operations.askedConsents, async ({ caller, query }) => {
    const items = (await consents.listAsked(caller)).map(askedOf);
    return pageOfList(items, pagingOf(ports, caller, 'consents asked', query));
  });
  route(api, operations.receivedConsents, async ({ caller, query }) => {
    const items = (await consents.listReceived(caller)).map(receivedOf);
    return pageOfList(items, pagingOf(ports, caller, 'consents received', query));
  });
  route(api, operations.heldContributions, async ({ caller, query: { object } }) => {
    const now = ports.now();
    return { items: (await consents.held(caller, object)).map((row) => heldOf(row, now)) };
  });
  oneRoutes(api, ports);
}

function oneRoutes(api: FastifyInstance, { consents }: Ports): void {
  route(api, operations.consent, async ({ caller, params: { id } }) => {
    const found = await consents.find(caller, id);
    return found.role === 'asker' ? askedOf(found) : receivedOf(found);
  });
  route(api, operations.confirmConsent, ({ caller, params: { id } }) =>
    nothing(consents.confirm(caller, id)),
  );
  route(api, operations.answerConsent, ({ caller, params: { id }, body }) => {
    const { any = [], until, parts = [] } = body.conditions ?? {};
    const conditions = { any, parts, until: until === undefined ? undefined : micros(until) };
    return nothing(consents.answer(caller, id, { word: body.word, words: body.words ?? null, conditions }));
  });
  route(api, operations.withdrawConsent, ({ caller, params: { id } }) =>
    nothing(consents.withdraw(caller, id)),
  );
}

const heldOf = ({ timed, version, owners, consent, until }: HeldRow, now: number) => ({
  ...(timed && { version: timeText(version) }),
  owners,
  released: consent !== null && (until === null || until > now),
});

const requestOf = ({ id, at, object, versions, label, purpose, by }: AskedConsent | ReceivedConsent) => ({
  id,
  object,
  purpose,
  at: timeText(at),
  versions: versions.map(timeText),
  label: writeParts(label),
  by: timeText(by),
});

function askedOf(consent: AskedConsent): AskedConsentBody {
  const { role, account, state, contributions, owners, inForceAt, released } = consent;
  return {
    ...requestOf(consent),
    role,
    account,
    state,
    contributions,
    owners: owners.map(({ owner, answer }) => ({ owner, answer: answerOf(answer) })),
    inForce: timeOrNull(inForceAt),
    released: released === undefined ? null : writeParts(released),
  };
}

function receivedOf(consent: ReceivedConsent): ReceivedConsentBody {
  const { role, asker, state, others, included, answer } = consent;
  return { ...requestOf(consent), role, asker, state, others, included, answer: answerOf(answer) };
}

function answerOf(answer: OwnerAnswer | undefined): OwnerAnswerBody | null {
  if (answer === undefined) return null;
  const { word, at, words, any, until, parts, withdrawnAt } = answer;
  return {
    word,
    at: timeText(at),
    ...(words !== undefined && { words }),
    conditions: {
      ...(any.length > 0 && { any: any.map((clause) => [...clause]) }),
      ...(until !== undefined && { until: timeText(until) }),
      ...(parts.length > 0 && { parts: [...parts] }),
    },
    ...(withdrawnAt !== undefined && { withdrawn: timeText(withdrawnAt) }),
  };
}
