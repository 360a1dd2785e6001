/** Texts whose words are as unequal as those of a language, with some that are known to be common or rare. */

const syllables =
  'ba be bo da de do fa fi ga go ka ki la lo ma mi na no pa po ra ri sa so ta to va vo za zo'.split(' ');
const vocabulary = 20_000;

/** Stands in every fifth text. */
export const commonWord = 'network';
/** Each of these stands in about ten texts of a hundred thousand. */
export const rareWords = Array.from({ length: 10_000 }, (_none, index) => `rare${wordOf(index)}`);

function wordOf(index: number): string {
  let word = '';
  for (let rest = index + 30; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length];
  }
  return word;
}

/** A text of so many words; the first words of the vocabulary come most often. */
export function textOf(random: () => number, words: number): string {
  const text = Array.from({ length: words }, () => wordOf(Math.floor(vocabulary * random() ** 3)));
  if (random() < 0.2) text.push(commonWord);
  text.push(rareWords[Math.floor(random() * rareWords.length)] as string);
  return text.join(' ');
}
