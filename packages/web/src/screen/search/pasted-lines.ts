/** Lines that were pasted to be looked up. They are kept in memory alone: names do not go into addresses. */
import { useSyncExternalStore } from 'react';

/** The cell takes no more at once, and no longer ones. */
export const mostLines = 1000;
const longest = 500;

export interface Lines {
  lines: readonly string[];
  /** How many were given beyond what is looked up. */
  left: number;
}

let kept: Lines | undefined;
const listeners = new Set<() => void>();

/** Whether a text that is pasted is a list rather than words. */
export const isList = (text: string): boolean => linesIn(text).lines.length > 1;

/** The lines of a text, each once, trimmed; addresses that were made unclickable are whole again. */
export function linesIn(text: string): Lines {
  const all = [...new Set(text.split(/\r\n|\r|\n/).map(whole))].filter((line) => line !== '');
  return { lines: all.slice(0, mostLines), left: Math.max(0, all.length - mostLines) };
}

const whole = (line: string): string =>
  line
    .trim()
    .replaceAll(/\[\.\]|\(\.\)|\[dot\]/gi, '.')
    .replaceAll(/\[@\]|\[at\]/gi, '@')
    .replace(/^hxxp/i, 'http')
    .slice(0, longest);

/** Looks lines up, or leaves them. */
export function setLines(lines: Lines | undefined): void {
  kept = lines;
  for (const listener of listeners) listener();
}

export const useLines = (): Lines | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept,
  );
