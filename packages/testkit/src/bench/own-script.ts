/** What functions of the interface's own took in a profile of Chromium, told from those of sigma. */

interface Node {
  id: number;
  callFrame: { functionName: string; url: string };
  children?: number[];
}

/** As the Chrome DevTools Protocol has it (Profiler.Profile). */
export interface Profile {
  nodes: Node[];
  samples?: number[];
  /** Microseconds from sample to sample. */
  timeDeltas?: number[];
}

/** Whether a function stands in a file that the cell serves, and not in that of sigma (vite.config.ts). */
const isOwn = ({ callFrame: { url } }: Node): boolean =>
  url.includes('/assets/') && !/\/sigma-[^/]*\.js$/.test(url);

/** Methods keep their names in the files that are served; other functions have one letter or two. */
const isNamed = ({ callFrame: { functionName } }: Node): boolean => functionName.length > 2;

/**
 * Microseconds of each function of the screen, with all that it calls. Where one calls another, the time is that of
 * the first with a name.
 */
export function timeByFunction({ nodes, samples = [], timeDeltas = [] }: Profile): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id])));
  const times = new Map<string, number>();
  samples.forEach((sample, index) => {
    const own: Node[] = [];
    for (let id: number | undefined = sample; id !== undefined; id = callers.get(id)) {
      const node = byId.get(id);
      if (node !== undefined && isOwn(node)) own.unshift(node);
    }
    const [first] = own;
    if (first === undefined) return;
    const name = (own.find(isNamed) ?? first).callFrame.functionName || 'unnamed';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  });
  return times;
}
