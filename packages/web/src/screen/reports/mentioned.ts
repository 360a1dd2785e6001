/** Mentions in a text: what the text is between them, and where they have gone while one writes. */
import type { Mention } from '@entente/contract/mention';

/** A stretch of a text; one with a mention names objects. */
export interface Stretch {
  from: number;
  text: string;
  objects: readonly string[];
}

/** The whole text, in stretches with and without mentions. */
export function stretchesOf(text: string, mentions: readonly Mention[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { from, to, objects } of mentions) {
    if (from > at) stretches.push({ from: at, text: text.slice(at, from), objects: [] });
    stretches.push({ from, text: text.slice(from, to), objects });
    at = to;
  }
  if (at < text.length) stretches.push({ from: at, text: text.slice(at), objects: [] });
  return stretches;
}

/** Mentions of a text as it was a moment ago, in the text as it is: what was changed in between has none. */
export function carried(mentions: readonly Mention[], before: string, now: string): Mention[] {
  if (before === now) return [...mentions];
  const most = Math.min(before.length, now.length);
  let begin = 0;
  while (begin < most && before[begin] === now[begin]) begin += 1;
  let end = 0;
  while (end < most - begin && before[before.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const moved = now.length - before.length;
  return mentions.flatMap((mention) => {
    if (mention.to <= begin) return [mention];
    if (mention.from < before.length - end) return [];
    return [{ ...mention, from: mention.from + moved, to: mention.to + moved }];
  });
}

/** The mention at the caret, else the first that names nothing which is linked. */
export function mentionToLink(
  mentions: readonly Mention[],
  caret: number,
  linked: ReadonlySet<string>,
): Mention | undefined {
  const open = mentions.filter(({ objects }) => !objects.some((id) => linked.has(id)));
  return open.find(({ from, to }) => from <= caret && caret <= to) ?? open[0];
}
