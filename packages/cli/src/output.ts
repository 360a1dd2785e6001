/** What commands say: results on standard output, everything else on standard error. */
import { Failure } from '@entente/core/failure';
import Table from 'cli-table3';
import pc from 'picocolors';
import { safeText } from './safe-text.ts';

/** One line of result. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** One line for the person at the terminal, which is no result. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

export const printJson = (value: unknown): void => print(JSON.stringify(value));

/** Says what went wrong; where it is a fault of ours, where. */
export function sayError(error: unknown): void {
  const known = error instanceof Failure || (error instanceof Error && 'syscall' in error);
  const text =
    error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  say(`${pc.red('entente:')} ${safeText(text)}`);
}

/** A table for a terminal; lines with tabs for a pipe. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  if (!process.stdout.isTTY) {
    for (const row of rows) print(row.map((cell) => cell.replaceAll(/[\t\n]/g, ' ')).join('\t'));
    return;
  }
  const table = new Table({ head: [...head], style: { head: ['bold'], border: ['dim'] }, wordWrap: true });
  table.push(...rows.map((row) => [...row]));
  print(table.toString());
}
