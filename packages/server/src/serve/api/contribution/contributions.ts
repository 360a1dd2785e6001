/** What a member puts in, relabels and recalls. */
import type { FastifyInstance } from 'fastify';
import { contributionOperations as operations } from '@entente/contract/contribution';
import type { PutReport } from '../../../acts/contributions.ts';
import type { Ports } from '../../ports.ts';
import { timeText } from '../time.ts';
import { partsOf } from './label-parts.ts';
import { elementTexts } from '../raw-body.ts';
import { route } from '../route.ts';
import { selectedBy } from './selection.ts';

export function contributionRoutes(api: FastifyInstance, ports: Ports): void {
  const { contributions } = ports;
  route(api, operations.putContributions, async ({ caller, body, request }) => {
    const { objects, label, source } = body;
    const texts = elementTexts(request, 'objects');
    const report = await contributions.put(caller, {
      incoming: objects.map((value, index) => ({ value, text: texts[index] ?? JSON.stringify(value) })),
      chosen: label && partsOf(label),
      source,
    });
    return reportOf(report, objects);
  });
  route(api, operations.relabelContributions, async ({ caller, body }) => {
    const selection = await selectedBy(ports, caller, body.selection);
    return contributions.relabel(caller, selection, partsOf(body.label));
  });
  route(api, operations.recallContributions, async ({ caller, body }) => ({
    recalled: await contributions.recall(caller, await selectedBy(ports, caller, body.selection)),
  }));
}

/** The version of what is not timed is the date in a feed, which no act knows: it is left out. */
function reportOf({ act, at, answers }: PutReport, objects: readonly unknown[]) {
  return {
    act,
    at: timeText(at),
    answers: answers.map(({ id, type, version, outcome, revoked, findings, waits }, index) => ({
      id,
      type,
      outcome,
      revoked,
      ...(waits === true && { waits }),
      findings: [...findings],
      ...(version === undefined || !hasTime(objects[index]) ? {} : { version: timeText(version) }),
    })),
  };
}

const hasTime = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('modified' in value || 'created' in value);
