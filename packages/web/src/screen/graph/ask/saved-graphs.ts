/** Saved graphs of the view. */
import { queryOptions } from '@tanstack/react-query';
import { cell } from '../../../app/cell.ts';
import { ofView } from '../../../app/questions.ts';
import type { Entry } from '../../../record/object.ts';
import { isSavedGraph } from '../save/grouping.ts';

const mostRead = 2000;

export const savedGraphsQuery = queryOptions({
  queryKey: [ofView, 'saved-graphs'],
  queryFn: async () => {
    const graphs: Entry[] = [];
    let read = 0;
    for await (const entry of cell.every('search', { type: 'grouping', limit: 200 })) {
      if (isSavedGraph(entry.object)) graphs.push(entry);
      read += 1;
      if (read >= mostRead) break;
    }
    return graphs;
  },
});
