/** Lays out and finds communities away from the page, so that the page stays at hand. */
import { UndirectedGraph } from 'graphology';
import communitiesLouvain from 'graphology-communities-louvain';
import layoutForceAtlas2 from 'graphology-layout-forceatlas2';
import type { Asked, Told } from './work.ts';

/** Both packages are functions themselves, while their types have the function inside, as `default`. */
const louvain = communitiesLouvain as unknown as typeof communitiesLouvain.default;
const forceAtlas2 = layoutForceAtlas2 as unknown as typeof layoutForceAtlas2.default;

const tell = (told: Told): void => self.postMessage(told);

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const graph = graphOf(data);
  if (data.what === 'communities') tell({ what: 'communities', of: communitiesOf(graph) });
  else layOut(graph, data.steps);
});

/** Nodes are named by their number. */
function graphOf({ places, fixed, ends }: Asked): UndirectedGraph {
  const graph = new UndirectedGraph({ allowSelfLoops: false });
  fixed.forEach((isFixed, index) => {
    graph.addNode(index, { x: places[2 * index], y: places[2 * index + 1], fixed: isFixed });
  });
  for (let index = 0; index < ends.length; index += 2) {
    graph.mergeUndirectedEdge(ends[index], ends[index + 1]);
  }
  return graph;
}

function layOut(graph: UndirectedGraph, steps: number): void {
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    scalingRatio: 500,
    gravity: 1,
    strongGravityMode: false,
    edgeWeightInfluence: 0,
  };
  const stretch = graph.order > 2000 ? 10 : 25;
  for (let done = 0; done < steps; done += stretch) {
    forceAtlas2.assign(graph, { iterations: stretch, settings });
    tell({ what: 'places', places: placesOf(graph), part: Math.min(1, (done + stretch) / steps) });
  }
}

function placesOf(graph: UndirectedGraph): Float64Array {
  const places = new Float64Array(2 * graph.order);
  graph.forEachNode((id, { x, y }) => {
    places[2 * Number(id)] = x as number;
    places[2 * Number(id) + 1] = y as number;
  });
  return places;
}

/** The community of each node, numbered by size; always the same for the same graph. */
function communitiesOf(graph: UndirectedGraph): number[] {
  if (graph.size === 0) return Array.from({ length: graph.order }, (_one, index) => index);
  let seed = 1;
  const found = louvain(graph, { rng: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 });
  const sizes = new Map<number, number>();
  for (const community of Object.values(found)) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const bySize = [...sizes].sort(([, one], [, other]) => other - one).map(([community]) => community);
  const numbers = new Map(bySize.map((community, index) => [community, index]));
  return Array.from({ length: graph.order }, (_one, index) => numbers.get(found[index] ?? -1) ?? 0);
}
