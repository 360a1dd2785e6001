import type { AppliedMigration } from '../database/migrate.ts';
import type { Table } from './tables.ts';

/** What a backup says of itself; sealed like the rest. */
export interface Manifest {
  /** the instant that the caller gave, RFC 3339 */
  readonly at: string;
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly Table[];
  readonly files: readonly string[];
}

/** How far the work is. */
export interface BackupProgress {
  readonly step: 'write' | 'check' | 'restore';
  /** the table or file at hand */
  readonly name: string;
  /** how many are done, of how many */
  readonly done: number;
  readonly of: number;
  /** bytes read or written so far, before compression */
  readonly bytes: number;
}

export type OnProgress = (progress: BackupProgress) => void;

export interface BackupSummary {
  readonly at: string;
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
}

/** Files beside the database are few and small: keys. Their names hold no path. */
export const plainFileName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
