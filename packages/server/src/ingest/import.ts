/**
 * Imports: a file of any size becomes a batch. It goes in by steps, each whole or not at all, under one act
 * with one time, so that what an interrupted import has put in stands, and the same command goes on from there.
 */
import type { LabelParts, Label } from '@entente/core/label/label';
import { Failure } from '@entente/core/failure';
import { noteBatch, openBatch } from '@entente/store/batch/writer';
import type { Change } from '@entente/store/change/change';
import type { Queryable } from '@entente/store/database/queryable';
import { mergeWords } from '@entente/store/contribution/merge-words';
import type { Hold } from '@entente/store/contribution/put';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { withFormat, type ImportFormat } from './format.ts';
import { Tally, type ImportReport } from './import-report.ts';
import { putExamined, type PutRequest } from './put.ts';
import { stepsApart } from './apart.ts';
import { unpacked, type Read } from './stix/read.ts';
import { stepsOf, type Step } from './stix/steps.ts';
import { Newcomers } from './to-screen.ts';
import { planUnList } from './unlist/plan.ts';

export interface ImportCommand {
  source: AsyncIterable<Uint8Array>;
  /** What the file is called, for the batch and for the member's default label. */
  name: string;
  /** Found from the first bytes where it is absent. */
  format?: ImportFormat | undefined;
  chosen?: LabelParts | undefined;
  default?: LabelParts | undefined;
  /** Gives the labels of what is about persons their dates. */
  date?: PutRequest['date'];
  refuse?: ((label: Label) => string | undefined) | undefined;
  /** What becomes of labels that a second person has to agree to; made for the batch. */
  waiting?: ((batch: string) => Waiting) | undefined;
  /** Everything or nothing. */
  strict: boolean;
  /** Says what would happen and changes nothing. */
  dryRun: boolean;
  onProgress?: (objects: number) => void;
  /** Whether who began it may go on; asked before each step. What was put in until then stands. */
  mayGoOn?: (() => Promise<boolean>) | undefined;
}

/** Has labels wait for a second person, and says so in the transaction of each step. */
interface Waiting {
  readonly hold: Hold;
  propose(change: Change): Promise<unknown>;
}

/** From so many contributions on, the words that wait beside the index would slow every search. */
const mergeFrom = 1000;
class DryRun extends Error {}

/**
 * Imports a file for the caller's member. A broken file is told in the report, not thrown, once a batch is open.
 * @throws Failure `unauthenticated` where the caller may not go on: it is told nothing more
 */
export async function importFile(cell: Cell, caller: Caller, command: ImportCommand): Promise<ImportReport> {
  const run = new ImportRun(cell, caller, command);
  return cell.arrivals.during(() => (command.strict ? run.whole() : run.bySteps()));
}

class ImportRun {
  private readonly at: number;
  private readonly batch: string;
  private readonly tally: Tally;
  private readonly newcomers: Newcomers | undefined;
  private readonly cell: Cell;
  private readonly caller: Caller;
  private readonly command: ImportCommand;
  private format: ImportFormat = 'stix';
  private edition: string | undefined;
  private done = 0;
  private readonly waiting: Waiting | undefined;

  constructor(cell: Cell, caller: Caller, command: ImportCommand) {
    this.cell = cell;
    this.caller = caller;
    this.command = command;
    this.at = cell.world.now();
    this.batch = cell.world.uuid();
    this.waiting = command.waiting?.(this.batch);
    this.tally = new Tally(command.dryRun ? null : this.batch);
    this.newcomers = command.dryRun ? new Newcomers() : undefined;
  }

  /** Each step by itself: what was good before an error stays, and the batch is closed whatever the error. */
  async bySteps(): Promise<ImportReport> {
    let fault: Error | undefined;
    try {
      for await (const step of this.steps(this.cell.database.writer)) {
        await this.requireStanding();
        await this.inChange((change) => this.putStep(change, step));
      }
      await this.requireStanding();
    } catch (error) {
      if (error instanceof Failure) this.tally.end(error);
      else this.tally.end(new Failure('internal', 'A fault of the cell ended the import.'));
      if (!(error instanceof Failure) || error.code === 'unauthenticated') {
        fault = error instanceof Error ? error : new Error('an import failed', { cause: error });
      }
    }
    await this.inChange((change) => this.close(change), { isSmall: true });
    if (fault !== undefined) throw fault;
    if (this.tally.report.added + this.tally.report.changed >= mergeFrom) this.mergeInBackground();
    return this.report();
  }

  /** What the import put in is found already; it is only found sooner afterwards. */
  private mergeInBackground(): void {
    const { database, log } = this.cell;
    mergeWords(database.writer).catch((error: unknown) =>
      log.error({ err: error }, 'the words of an import wait to be merged into the index'),
    );
  }

  private async requireStanding(): Promise<void> {
    if ((await this.command.mayGoOn?.()) !== false) return;
    throw new Failure('unauthenticated', 'This account may put in no more: the import ended there.');
  }

  /** Everything in one change: one object that is wrong undoes the whole. */
  async whole(): Promise<ImportReport> {
    await this.requireStanding();
    try {
      await this.inChange(async (change) => {
        for await (const step of this.steps(change.client)) {
          await this.putStep(change, step);
          if (this.tally.report.rejected > 0) {
            throw new Failure('invalid', 'One object is not valid: nothing was put in, as --strict asks.');
          }
        }
        await this.close(change);
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return this.tally.nothing(error);
    }
    return this.report();
  }

  /** What is kept of a batch is the report of the tally alone: whom one may ask for is told once. */
  private report(): ImportReport {
    const { report } = this.tally;
    return this.newcomers === undefined ? report : { ...report, toScreen: this.newcomers.report };
  }

  private async inChange(work: (change: Change) => Promise<void>, { isSmall = false } = {}): Promise<void> {
    const { dryRun, name } = this.command;
    try {
      await this.cell.act(
        this.caller,
        'import',
        { batch: this.batch, source: name },
        async (change) => {
          await work(change);
          if (dryRun) throw new DryRun();
        },
        { at: this.at, id: this.batch, isSmall, isPiece: !isSmall },
      );
    } catch (error) {
      if (!(error instanceof DryRun)) throw error;
    }
  }

  private async putStep(change: Change, step: Step): Promise<void> {
    const { size, problems, lines, examined } = step;
    await this.open(change);
    const { chosen, default: fallback, refuse, date } = this.command;
    for (const problem of problems) this.tally.reject(problem);
    const answers = await putExamined(change, examined, {
      contributor: this.caller.member,
      chosen,
      default: fallback,
      batch: this.batch,
      refuse,
      hold: this.waiting?.hold,
      date,
    });
    await this.waiting?.propose(change);
    answers.forEach((answer, index) => this.tally.count(answer, lines[index] ?? 0));
    this.newcomers?.note(step, answers);
    await noteBatch(change, this.batch, 'running', this.tally.counts(), null);
    this.done += size;
    this.command.onProgress?.(this.done);
  }

  private async open(change: Change): Promise<void> {
    const { member } = this.caller;
    const { batch: id, format, edition } = this;
    await openBatch(change, { id, member, source: this.command.name, format, edition });
  }

  private async close(change: Change): Promise<void> {
    await this.open(change);
    const { failure } = this.tally.report;
    const state = failure === undefined ? 'complete' : 'failed';
    await noteBatch(change, this.batch, state, this.tally.counts(), JSON.stringify(this.tally.report));
  }

  /** Steps after validation and analysis, which ask nothing of the cell but the member's own markings. */
  private async *steps(client: Queryable): AsyncGenerator<Step> {
    const { format, source } = await withFormat(unpacked(this.command.source), this.command.format);
    this.format = format;
    const contributor = this.cell.examining(this.caller.member, client);
    yield* format === 'stix'
      ? stepsApart(source, contributor)
      : stepsOf(this.listed(source, client), contributor.lookUp);
  }

  /** The objects that a list of the United Nations becomes. */
  private async *listed(source: AsyncIterable<Uint8Array>, client: Queryable): AsyncGenerator<Read> {
    const plan = await planUnList(client, this.caller.member, source, this.at);
    this.edition = plan.edition;
    for (const object of plan.objects)
      yield { object: { value: object, text: JSON.stringify(object) }, line: 0 };
    this.tally.report.unchanged += plan.unchanged;
    this.tally.report.problems.push(...plan.problems);
  }
}
