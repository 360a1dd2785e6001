/**
 * Decisions by silence. The secretary of the host tables; release officers speak for their members, one voice each; the
 * hub itself lets time run out.
 */
import type { Content } from '@entente/core/decision/content';
import { draftDecision } from '@entente/core/decision/decision';
import { figuresOf, type DecisionFigures } from '@entente/core/decision/figures';
import { Failure } from '@entente/core/failure';
import {
  lastOutage,
  readDecision,
  readShownDecision,
  readNames,
  readReceipts,
} from '@entente/store/decision/reader';
import { inTransaction } from '@entente/store/database/transaction';
import type { Queryable } from '@entente/store/database/queryable';
import { listDecisions, readSteps, readStepsOfMember, readTexts } from '@entente/store/decision/reader';
import type { DecisionFilter } from '@entente/store/decision/reader';
import type { Change } from '@entente/store/change/change';
import type { Asker, ListedRow, ReceiptRow, ShownRow, StepRow } from '@entente/store/decision/types';
import { addDraft, changeDraft } from '@entente/store/decision/writer';
import { namedIn } from '@entente/core/decision/content';
import { requireReleaseOfficer, requireSecretary, requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import { contentOf, type AskedDraft, type AskedText } from '../decision/content.ts';
import { issue } from '../decision/issue.ts';
import { actAsSecretary, askerOf, type DecisionScene } from '../decision/scene.ts';
import { noteShown } from '../decision/shown.ts';
import { settleExpiry, tablingOf } from '../decision/tabling.ts';
import { actUpon } from '../decision/take.ts';

export interface OpenedDecision {
  row: ShownRow;
  steps: StepRow[];
  texts: { version: number; digest: string; content: Content }[];
  /** Of the members and communities that it names. */
  names: Map<string, string>;
}

export interface Amendment {
  en?: string | undefined;
  fr?: string | undefined;
}

/**
 * To whom a decision was not put it does not exist: each throws Failure `not-found`, as for what never was. What can be
 * done no more throws `conflict`. Times are microseconds.
 */
export interface DecisionActs {
  list(caller: Caller, filter: DecisionFilter): Promise<ListedRow[]>;
  /** Notes in a receipt, and in the log of its member, that the account was shown the text. */
  open(caller: Caller, id: string): Promise<OpenedDecision>;
  /** Of the account; of all accounts to the secretary. */
  receipts(caller: Caller, id: string): Promise<ReceiptRow[]>;
  figures(caller: Caller): Promise<DecisionFigures>;
  draft(caller: Caller, draft: AskedDraft): Promise<{ id: string }>;
  changeDraft(caller: Caller, id: string, draft: AskedDraft): Promise<void>;
  table(caller: Caller, id: string, expiry: number): Promise<void>;
  revise(caller: Caller, id: string, text: AskedText, expiry: number): Promise<void>;
  extend(caller: Caller, id: string, expiry: number, reason?: string): Promise<void>;
  settle(caller: Caller, id: string, kind: 'withdraw' | 'refer' | 'lapse', reason: string): Promise<void>;
  issue(caller: Caller, id: string): Promise<void>;
  break(caller: Caller, id: string, reason: string, amendment?: Amendment): Promise<void>;
  state(caller: Caller, id: string, kind: 'reserve' | 'state', text: string): Promise<void>;
  takeNote(caller: Caller, id: string): Promise<void>;
}

export const decisionActs = (scene: DecisionScene): DecisionActs => ({
  ...readingActs(scene),
  ...draftingActs(scene),
  ...secretaryActs(scene),
  ...memberActs(scene),
});

const notFound = (): Failure => new Failure('not-found', 'There is no such decision.');

function readingActs(scene: DecisionScene): Pick<DecisionActs, 'list' | 'open' | 'receipts' | 'figures'> {
  const { writer } = scene.cell.database;
  return {
    list: async (caller, filter) => listDecisions(writer, await askerOf(scene, caller), filter),

    async open(caller, id) {
      const asker = await askerOf(scene, caller);
      const shown = await inTransaction(writer, (client) => openFor(client, asker, id), {
        isolation: 'repeatable read',
        readOnly: true,
      });
      const { row } = shown;
      if (row.decision.version === 0) return shown;
      await noteShown(scene, caller, row);
      return { ...shown, row: { ...row, seen: [...new Set([...row.seen, caller.member])].sort() } };
    },

    async receipts(caller, id) {
      const asker = await askerOf(scene, caller);
      if ((await readDecision(writer, asker, id)) === undefined) throw notFound();
      return readReceipts(writer, asker, id, caller.account);
    },

    figures: async ({ member }) => figuresOf(await readStepsOfMember(writer, member), scene.cell.world.now()),
  };
}

/** All that is told of a decision, as it stands at one moment. @throws Failure `not-found` */
async function openFor(client: Queryable, asker: Asker, id: string): Promise<OpenedDecision> {
  const row = await readShownDecision(client, asker, id);
  if (row === undefined) throw notFound();
  const [steps, texts] = [await readSteps(client, id, asker), await readTexts(client, id, asker)];
  const { electors, informed } = row.decision;
  const effects = [row.content, ...texts.map(({ content }) => content)].flatMap(({ effect }) =>
    namedIn(effect),
  );
  const spoke = steps.flatMap((step) => (step.member === null ? [] : [step.member]));
  const community = row.community === null ? [] : [row.community];
  const names = await readNames(client, [...electors, ...informed, ...effects, ...spoke, ...community]);
  return { row, steps, texts, names };
}

function draftingActs(scene: DecisionScene): Pick<DecisionActs, 'draft' | 'changeDraft'> {
  const { world } = scene.cell;
  return {
    draft(caller, { purpose, community, informed, ...text }) {
      const id = world.uuid();
      return actAsSecretary(scene, caller, 'decision-draft', { decision: id }, async (change) => {
        const content = contentOf(world, purpose, text);
        const decision = draftDecision(change.at);
        const row = { id, decision, content, community, informed: [...informed], host: caller.member };
        await addDraft(change, { ...row, createdAt: change.at, outcome: null, reason: null, issued: null });
        return { id };
      });
    },

    async changeDraft(caller, id, { purpose, community, informed, ...text }) {
      await actAsSecretary(scene, caller, 'decision-change', { decision: id }, async (change) => {
        const asker = await askerOf(scene, caller, change.client);
        const row = await readDecision(change.client, asker, id);
        if (row === undefined) throw notFound();
        if (row.decision.state !== 'draft') {
          throw new Failure('conflict', 'It is tabled: a text that is put to the members is not changed.');
        }
        const content = contentOf(world, purpose, text, row.content);
        await changeDraft(change, id, { content, community, informed: [...informed] });
      });
    },
  };
}

const notDone =
  'What follows from it could not be carried out, so it is not issued: table it anew once it can be, and issue that.';

type SecretaryActs = Pick<DecisionActs, 'table' | 'revise' | 'extend' | 'settle' | 'issue'>;

function secretaryActs(scene: DecisionScene): SecretaryActs {
  const { world } = scene.cell;
  /** What is common of the secretary's stands with the others; what a narrower account may not know it cannot table. */
  const requireTabler = async (caller: Caller, { client }: Change): Promise<void> => {
    await requireSecretary(caller, scene.isHost, client);
    requireWhole(caller);
  };
  return {
    table: (caller, id, asked) =>
      actUpon(scene, caller, id, 'decision-table', {}, async (change, row) => {
        await requireTabler(caller, change);
        const act = await tablingOf(change, 'table', row, row.content, asked);
        return { act, said: { expiry: act.expiry }, content: row.content };
      }),

    revise: (caller, id, text, asked) =>
      actUpon(scene, caller, id, 'decision-revise', {}, async (change, row) => {
        await requireTabler(caller, change);
        const content = contentOf(world, row.content.purpose, text, row.content);
        const act = await tablingOf(change, 'revise', row, content, asked);
        return { act, said: { expiry: act.expiry }, content };
      }),

    extend: (caller, id, asked, reason) =>
      actUpon(scene, caller, id, 'decision-extend', {}, async (change) => {
        await requireTabler(caller, change);
        const expiry = await settleExpiry(change, asked);
        const said = { expiry, ...(reason === undefined ? {} : { text: reason }) };
        const outage = await lastOutage(change.client);
        return { act: { kind: 'extend', at: change.at, expiry, outage }, said };
      }),

    settle: (caller, id, kind, text) =>
      // Why stands in the record of the decision: the log of the host is for all its auditors.
      actUpon(scene, caller, id, `decision-${kind}`, {}, async (change) => {
        await requireTabler(caller, change);
        return { act: { kind, at: change.at }, said: { text } };
      }),

    issue: (caller, id) =>
      actUpon(
        scene,
        caller,
        id,
        'decision-issue',
        {},
        async (change, { outcome }) => {
          await requireTabler(caller, change);
          if (outcome === 'impossible') throw new Failure('conflict', notDone);
          return { act: { kind: 'issue', at: change.at } };
        },
        (change, row) => issue(scene.cell, change, row),
      ),
  };
}

function memberActs(scene: DecisionScene): Pick<DecisionActs, 'break' | 'state' | 'takeNote'> {
  return {
    async break(caller, id, text, amendment) {
      requireReleaseOfficer(caller);
      const { member } = caller;
      const said = {
        text,
        ...(amendment === undefined ? {} : { amendment: { ...amendment } as { en?: string; fr?: string } }),
      };
      await actUpon(scene, caller, id, 'decision-break', said, ({ at }) => ({
        act: { kind: 'break', at, member },
        said,
      }));
    },

    async state(caller, id, kind, text) {
      requireReleaseOfficer(caller);
      const { member } = caller;
      await actUpon(scene, caller, id, `decision-${kind}`, { text }, ({ at }) => ({
        act: { kind, at, member },
        said: { text },
      }));
    },

    async takeNote(caller, id) {
      requireReleaseOfficer(caller);
      const { member } = caller;
      await actUpon(scene, caller, id, 'decision-note', {}, ({ at }) => ({
        act: { kind: 'take-note', at, member },
      }));
    },
  };
}
