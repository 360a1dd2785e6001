/** Issues what was adopted: a report of the host's, labelled to those to whom the text was put. */
import type { DecisionContent } from '@entente/core/extension/decision';
import { decisionExtensionId, labelExtensionId } from '@entente/core/extension/identifiers';
import type { Effect } from '@entente/core/decision/content';
import { Failure } from '@entente/core/failure';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import type { Change } from '@entente/store/change/change';
import { readNames, readStepsFor } from '@entente/store/decision/reader';
import type { DecisionRow, StepRow } from '@entente/store/decision/types';
import { keepIssued } from '@entente/store/decision/writer';
import type { Cell } from '../cell.ts';
import { examineSubmission, putSlices } from '../ingest/submit.ts';

/** Puts the report in, by the ordinary way, within the act that issues the decision. */
export async function issue(cell: Cell, change: Change, row: DecisionRow): Promise<void> {
  const identity = change.coalition.members.get(row.host)?.identity ?? '';
  // An audience that is not there any more would leave the report with the host alone.
  const audience = [...row.decision.electors, ...row.decision.informed].filter(
    (member) => change.coalition.members.get(member)?.departed === false,
  );
  // What was attached to a version that one of them did not get would tell it of that version.
  const steps = await readStepsFor(change.client, row.id, audience);
  const speakers = steps.flatMap(({ member }) => (member === null ? [] : [member]));
  const names = await readNames(change.client, speakers);
  const report = reportOf(row, steps, names, {
    audience,
    id: `report--${cell.world.uuid()}`,
    identity,
    at: change.at,
  });
  const slices = examineSubmission(
    [{ value: report, text: JSON.stringify(report) }],
    cell.examining(row.host, change.client),
  );
  const [answer] = await putSlices(change, slices, { contributor: row.host, batch: null });
  if (answer?.outcome !== 'added') {
    throw new Failure(
      'internal',
      `the report of a decision was refused: ${JSON.stringify(answer?.findings)}`,
    );
  }
  await keepIssued(change, row.id, String(report['id']));
}

function reportOf(
  row: DecisionRow,
  steps: readonly StepRow[],
  names: ReadonlyMap<string, string>,
  { audience, id, identity, at }: { audience: readonly string[]; id: string; identity: string; at: number },
): JsonObject {
  const { content } = row;
  const { title, text } = content;
  const adopted = formatTimestamp(steps.find(({ kind }) => kind === 'adopted')?.at ?? at);
  // STIX keeps milliseconds or more; so does the hub.
  const created = formatTimestamp(at);
  const clause = audience.map((member) => `member:${member}`);
  return {
    type: 'report',
    spec_version: '2.1',
    id,
    created_by_ref: identity,
    created,
    modified: created,
    name: `${title.en} / ${title.fr}`,
    description: `${text.en}\n\n${text.fr}`,
    published: adopted,
    object_refs: productsOf(content.effect) ?? [identity],
    extensions: {
      [decisionExtensionId]: contentOf(row, steps, names, adopted) as unknown as JsonObject,
      [labelExtensionId]: { extension_type: 'property-extension', any: [clause] },
    },
  };
}

const productsOf = (effect: Effect): string[] | undefined =>
  effect.kind === 'release' ? effect.products.map(({ object }) => object) : undefined;

function contentOf(
  { id, content, decision }: DecisionRow,
  steps: readonly StepRow[],
  names: ReadonlyMap<string, string>,
  adopted: string,
): DecisionContent {
  const statements = steps.flatMap(({ kind, member, said }) =>
    (kind === 'reserved' || kind === 'stated') && member !== null
      ? [
          {
            member: names.get(member) ?? member,
            kind: kind === 'reserved' ? ('reservation' as const) : ('interpretative-statement' as const),
            text: said.text ?? '',
          },
        ]
      : [],
  );
  return {
    extension_type: 'property-extension',
    decision: id,
    digest: decision.digest,
    adopted,
    kind: content.effect.kind,
    title_en: content.title.en,
    title_fr: content.title.fr,
    text_en: content.text.en,
    text_fr: content.text.fr,
    ...(statements.length === 0 ? {} : { statements }),
  };
}
