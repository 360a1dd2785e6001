/**
 * Reads which modules a source file imports. The compiler in use has no JavaScript API to ask, so this reads
 * the text. It errs on the strict side: what might be an import counts as one.
 */
export interface Import {
  /** As written; undefined where it is computed at run time and so cannot be read. */
  specifier: string | undefined;
  /** `import type … from` and `export type … from`, which leave nothing in the emitted code. */
  typeOnly: boolean;
  line: number;
}

const gap = String.raw`(?:\s|/\*[\s\S]*?\*/|//[^\n]*\n)*`;
/** A word of code, not of a string or a property: `Array.from(…)` and "from 'x'" in prose are neither. */
const word = String.raw`(?<![.\w$'"\`])`;
/** `… from 'x'` and `import 'x'`. */
const statement = new RegExp(String.raw`${word}(?:from|import)${gap}(['"])([^'"\s]+)\1`, 'g');
/** `import('x')` as a value and as a type, and `require('x')`; a name or an expression instead of text is computed. */
const call = new RegExp(String.raw`${word}(?:import|require)${gap}\(${gap}(?:(['"\`])([^'"\`\s$]+)\1)?`, 'g');

/** The imports of one TypeScript source, in order of kind, then of place. */
export function importsOf(source: string): Import[] {
  const found: Import[] = [];
  for (const pattern of [statement, call]) {
    for (const match of source.matchAll(pattern)) {
      if (isComment(source, match.index)) continue;
      const typeOnly = pattern === statement && isTypeOnly(source, match.index);
      found.push({ specifier: match[2], typeOnly, line: lineOf(source, match.index) });
    }
  }
  return found;
}

/** A line of prose may say: taken from 'somewhere'. `* as name from` at the start of a line is code. */
function isComment(source: string, at: number): boolean {
  const start = source.lastIndexOf('\n', at) + 1;
  return /^\s*(?:\/\/|\*(?! as )|\/\*\*)/.test(source.slice(start, at + 1));
}

function isTypeOnly(source: string, at: number): boolean {
  const head = source.slice(0, at);
  const opening = [...head.matchAll(/\b(?:import|export)\b/g)].at(-1);
  return opening !== undefined && /^(?:import|export)\s+type\s+(?!from\b|,)/.test(head.slice(opening.index));
}

function lineOf(source: string, at: number): number {
  return source.slice(0, at).split('\n').length;
}
