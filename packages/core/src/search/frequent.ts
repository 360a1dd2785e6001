/**
 * Words that half of all texts have, folded. A name is not looked for by these alone: that would go through half of
 * the view.
 */
const english =
  'a about after all also an and are as at be been before but by can did do for from had has have he her him his how i ' +
  'if in into is it its may more most no not now of off on one or other our out over own said she so some such than ' +
  'that the their them then there these they this those through to two under until up was we were what when where ' +
  'which while who will with would you';
const french =
  'au aux avec c ce ces cette comme d dans de depuis des donc du elle elles en encore entre est et ete etre eu il ils ' +
  'j l la le les leur leurs lui m mais meme n ne nous on ont ou par pas plus pour qu que qui s sa sans se ses si son ' +
  'sont sous sur t tous tout un une vers vous y';

export const frequentWords: ReadonlySet<string> = new Set(`${english} ${french}`.split(' '));
