import { expect, test } from 'vitest';
import { countsOf, csvOf, doneOf, putInOf } from './report.ts';

test('no cell of a report is a formula, and what has quotes or commas stays one cell', () => {
  expect(
    csvOf([
      ['line', 'text'],
      [3, '=HYPERLINK("x")'],
      [4, 'a, "b"'],
      [undefined, '-1'],
    ]),
  ).toBe('\ufeffline,text\r\n3,"\'=HYPERLINK(""x"")"\r\n4,"a, ""b"""\r\n,"\'-1"\r\n');
});

test('numbers of a batch are read as far as they are there', () => {
  const counts = countsOf({ added: 3, unchanged: 2, rejected: 'many', byType: { tool: 3 } });
  expect(counts).toEqual({ added: 3, unchanged: 2, byType: { tool: 3 } });
  expect([doneOf(counts), putInOf(counts)]).toEqual([5, 3]);
});
