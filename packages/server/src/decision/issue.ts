/** Issues what was adopted: a report of the hub's own, for those to whom the text was put and nobody else. */
import type { DecisionContent } from '@entente/core/extension/decision';
import { decisionExtensionId } from '@entente/core/extension/identifiers';
import type { Effect } from '@entente/core/decision/content';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject, StixObject } from '@entente/core/stix/types';
import type { Change } from '@entente/store/change/change';
import { putAsHub } from '@entente/store/contribution/hub';
import { readNames, readStepsFor } from '@entente/store/decision/reader';
import type { DecisionRow, StepRow } from '@entente/store/decision/types';
import { keepIssued } from '@entente/store/decision/writer';
import type { Cell } from '../cell.ts';
import { digestOf } from '../ingest/digest.ts';

/** Puts the report in, within the act that issues the decision. */
export async function issue(cell: Cell, change: Change, row: DecisionRow): Promise<void> {
  const { members } = change.coalition;
  const audience = [...row.decision.electors, ...row.decision.informed].filter(
    (member) => members.get(member)?.departed === false,
  );
  // What was attached to a version that one of them did not get would tell it of that version.
  const steps = await readStepsFor(change.client, row.id, audience);
  const speakers = steps.flatMap(({ member }) => (member === null ? [] : [member]));
  const object = reportOf(row, steps, await readNames(change.client, speakers), {
    id: `report--${cell.world.uuid()}`,
    host: members.get(row.host)?.identity ?? '',
    at: change.at,
  });
  const readers = audience.map((member) => `member:${member}`);
  await putAsHub(change, [{ object, version: change.at, readers }], digestOf);
  await keepIssued(change, row.id, object.id);
}

function reportOf(
  row: DecisionRow,
  steps: readonly StepRow[],
  names: ReadonlyMap<string, string>,
  { id, host, at }: { id: string; host: string; at: number },
): StixObject {
  const { content } = row;
  const { title, text } = content;
  const adopted = formatTimestamp(steps.find(({ kind }) => kind === 'adopted')?.at ?? at);
  // STIX keeps milliseconds or more; so does the hub.
  const created = formatTimestamp(at);
  return {
    type: 'report',
    spec_version: '2.1',
    id,
    created,
    modified: created,
    name: `${title.en} / ${title.fr}`,
    description: `${text.en}\n\n${text.fr}`,
    published: adopted,
    object_refs: productsOf(content.effect) ?? [host],
    extensions: {
      [decisionExtensionId]: contentOf(row, steps, names, adopted) as unknown as JsonObject,
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
