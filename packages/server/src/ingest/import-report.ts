/** The report of an import: what came of each object, counted, and the problems. */
import type { Failure, FailureCode } from '@entente/core/failure';
import type { JsonObject } from '@entente/core/stix/types';
import type { PutAnswer } from './examine.ts';
import type { ToScreen } from './to-screen.ts';

/** A problem of one object. */
export interface ImportProblem {
  line?: number;
  id?: string;
  path?: string;
  message: string;
}

export interface ImportReport {
  batch: string | null;
  added: number;
  changed: number;
  unchanged: number;
  revoked: number;
  rejected: number;
  byType: Record<string, number>;
  /** Set where some went in under the member's ceiling, and wait for a second person. */
  waiting?: number;
  problems: ImportProblem[];
  /** Set where the import ended before the end of the file: what was put in until then stands. */
  failure?: string;
  failureCode?: FailureCode;
  /** Of a dry run. */
  toScreen?: ToScreen;
}

/** Problems beyond this many are counted, not listed. */
const mostProblems = 1000;

/** Counts while the import runs. */
export class Tally {
  readonly report: ImportReport;

  constructor(batch: string | null) {
    const counts = { added: 0, changed: 0, unchanged: 0, revoked: 0, rejected: 0, byType: {} };
    this.report = { batch, ...counts, problems: [] };
  }

  /** @param line where the object stands in the file */
  count(answer: PutAnswer, line: number): void {
    const { report } = this;
    if (answer.outcome === 'rejected') {
      const first = answer.findings[0];
      const { path = '', message = 'is not valid' } = first ?? {};
      this.reject({ line, id: answer.id, path, message });
      return;
    }
    const isRevocation = answer.revoked && answer.outcome === 'changed';
    report[isRevocation ? 'revoked' : answer.outcome] += 1;
    if (answer.waits === true) report.waiting = (report.waiting ?? 0) + 1;
    if (answer.outcome === 'unchanged') return;
    report.byType[answer.type] = (report.byType[answer.type] ?? 0) + 1;
  }

  reject(problem: ImportProblem): void {
    this.report.rejected += 1;
    if (this.report.problems.length < mostProblems) this.report.problems.push(problem);
  }

  /** Notes why the import ended before the end of the file. */
  end({ message, code }: Failure): void {
    Object.assign(this.report, { failure: message, failureCode: code });
  }

  /** What the batch says of itself. */
  counts(): JsonObject {
    const { added, changed, unchanged, revoked, rejected, byType, waiting } = this.report;
    const counts = { added, changed, unchanged, revoked, rejected, byType };
    return waiting === undefined ? counts : { ...counts, waiting };
  }

  /** The report where nothing was put in. */
  nothing({ message: failure, code: failureCode }: Failure): ImportReport {
    const { problems, rejected } = this.report;
    const counts = { added: 0, changed: 0, unchanged: 0, revoked: 0, byType: {} };
    return { batch: null, ...counts, rejected, problems, failure, failureCode };
  }
}
