/** A text by its letters and digits alone, in one case, as numbers of documents and names of countries are compared. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
