/** Two texts side by side: which words of each the other has not. */

export interface Piece {
  text: string;
  /** Where it begins, in pieces of its text. */
  at: number;
  /** Whether the other text has it too. */
  isShared: boolean;
}

/** Beyond so many words on either side the whole text is told as changed: a table of both would be too large. */
const most = 3000;

/** Words, each with the space before it. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];

/** The pieces of both texts, by the longest run of words that they share. */
export function compareTexts(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  if (old.length > most || young.length > most) {
    return {
      before: [{ text: before, at: 0, isShared: false }],
      after: [{ text: after, at: 0, isShared: false }],
    };
  }
  const lengths = lengthsOf(old, young);
  const width = young.length + 1;
  const pieces = { before: [] as Piece[], after: [] as Piece[] };
  let [i, j] = [0, 0];
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      add(pieces.before, old[i++] as string, true);
      add(pieces.after, young[j++] as string, true);
    } else if (
      j >= young.length ||
      (i < old.length && at(lengths, (i + 1) * width + j) >= at(lengths, i * width + j + 1))
    ) {
      add(pieces.before, old[i++] as string, false);
    } else add(pieces.after, young[j++] as string, false);
  }
  return pieces;
}

const at = (lengths: Uint16Array, place: number): number => lengths[place] ?? 0;

/** Of each pair of places, how many words their rests share in order. */
function lengthsOf(old: readonly string[], young: readonly string[]): Uint16Array {
  const width = young.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = young.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === young[j]
          ? at(lengths, (i + 1) * width + j + 1) + 1
          : Math.max(at(lengths, (i + 1) * width + j), at(lengths, i * width + j + 1));
    }
  }
  return lengths;
}

function add(pieces: Piece[], text: string, isShared: boolean): void {
  const last = pieces.at(-1);
  if (last?.isShared === isShared) last.text += text;
  else pieces.push({ text, at: pieces.length, isShared });
}
