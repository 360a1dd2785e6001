/** The drawing itself: sigma over a graph that follows the picture. Nothing of it runs in each frame but rings and names. */
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeRectangleProgram } from 'sigma/rendering';
import type { Place } from '../picture/placing.ts';
import { inks, type Scheme } from './colours.ts';
import { drawHover, Names, ring } from './label.ts';
import { boxOf, type Box } from './name-places.ts';

export interface NodeLook extends Place {
  size: number;
  color: string;
  label: string;
  hidden: boolean;
  forceLabel: boolean;
  zIndex: number;
}

export interface EdgeLook {
  source: string;
  target: string;
  size: number;
  color: string;
  label: string;
  hidden: boolean;
  /** Given by how many there are. */
  type?: 'arrow' | 'line';
}

export interface Looks {
  nodes: ReadonlyMap<string, NodeLook>;
  edges: ReadonlyMap<string, EdgeLook>;
}

export interface Marks {
  chosen: string | undefined;
  pinned: readonly string[];
  ends: readonly string[];
}

/** Up to here edges have arrows, names, and can be clicked. */
const fewEdges = 500;
const fewNames = 300;
/** Half the side of what is seen at first: fixed, so that nothing moves when something is added. */
const half = 400;

export class Drawing {
  readonly sigma: Sigma;
  private graph = makeGraph({ nodes: new Map(), edges: new Map() });
  private marks: Marks = { chosen: undefined, pinned: [], ends: [] };
  private scheme: Scheme;
  private readonly names = new Names();

  constructor(container: HTMLElement, scheme: Scheme) {
    this.scheme = scheme;
    this.sigma = new Sigma(this.graph, container, {
      ...coloursOf(scheme),
      defaultDrawNodeLabel: this.names.draw,
      defaultDrawEdgeLabel: this.names.drawSaying,
      allowInvalidContainer: true,
      defaultEdgeType: 'line',
      edgeProgramClasses: { line: EdgeRectangleProgram, arrow: EdgeArrowProgram },
      labelFont: getComputedStyle(container).fontFamily,
      edgeLabelFont: getComputedStyle(container).fontFamily,
      labelSize: 13,
      edgeLabelSize: 11,
      minCameraRatio: 0.02,
      maxCameraRatio: 80,
      zIndex: false,
    });
    this.sigma.setCustomBBox({ x: [-half, half], y: [-half, half] });
    const context = this.sigma.createCanvas('rings', { afterLayer: 'nodes' }).getContext('2d');
    if (context !== null) {
      this.sigma.on('afterRender', () => {
        this.drawRings(context);
        this.writeNames();
      });
    }
  }

  /**
   * Makes the drawing as it should look. Where something came or went the graph is made anew, as sigma cannot repaint
   * what it has not yet been told of.
   */
  show({ nodes, edges }: Looks): void {
    const { graph } = this;
    const isSame =
      graph.order === nodes.size &&
      graph.size === edges.size &&
      graph.everyNode((id) => nodes.has(id)) &&
      graph.everyEdge((id) => edges.has(id));
    if (isSame) {
      graph.updateEachNodeAttributes((id) => nodes.get(id) ?? {});
      // With the type among what has changed, sigma takes its indexes anew: a change of settings may have emptied them.
      graph.updateEachEdgeAttributes((id) => shapeOf(edges.get(id), edges.size), {
        attributes: ['type', 'color', 'size', 'label', 'hidden'],
      });
      return;
    }
    this.graph = makeGraph({ nodes, edges });
    const isSmall = nodes.size <= fewNames;
    this.sigma.setSettings({
      enableEdgeEvents: edges.size <= fewEdges,
      renderEdgeLabels: edges.size <= fewNames,
      // On a small graph every name is written that finds room.
      labelDensity: isSmall ? 100 : 1,
      labelRenderedSizeThreshold: isSmall ? 2 : 5,
    });
    this.sigma.setGraph(this.graph);
  }

  /** Moves records without anything else; for each step of a layout or of a drag. */
  place(places: ReadonlyMap<string, Place>): void {
    if (places.size === 1) {
      for (const [id, { x, y }] of places)
        if (this.graph.hasNode(id)) this.graph.mergeNodeAttributes(id, { x, y });
      return;
    }
    this.graph.updateEachNodeAttributes((id, look) => ({ ...look, ...places.get(id) }), {
      attributes: ['x', 'y'],
    });
  }

  mark(marks: Marks): void {
    this.marks = marks;
    this.sigma.scheduleRender();
  }

  colour(scheme: Scheme): void {
    this.scheme = scheme;
    this.sigma.setSettings(coloursOf(scheme));
  }

  /** Brings all of these into sight. */
  fit(places: Iterable<Place>): void {
    let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y } of places) {
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [low, high] = [Math.min(low, y), Math.max(high, y)];
    }
    if (left > right) return;
    const { width, height } = this.sigma.getDimensions();
    const side = Math.min(width, height);
    const room = 1.25 * Math.max(((right - left) * side) / width, ((high - low) * side) / height, 300);
    this.look({ x: (left + right) / 2, y: (low + high) / 2 }, room / (2 * half));
  }

  /** Brings a place to the middle. */
  look({ x, y }: Place, ratio?: number): void {
    const at = this.sigma.viewportToFramedGraph(this.sigma.graphToViewport({ x, y }));
    void this.sigma
      .getCamera()
      .animate({ ...at, ...(ratio === undefined ? {} : { ratio }) }, { duration: speed() });
  }

  zoom(factor: number): void {
    void this.sigma.getCamera().animatedZoom({ factor, duration: speed() });
  }

  /** Whether a place is in sight. */
  sees(place: Place): boolean {
    const { x, y } = this.sigma.graphToViewport(place);
    const { width, height } = this.sigma.getDimensions();
    return x > 20 && y > 20 && x < width - 20 && y < height - 20;
  }

  end(): void {
    this.sigma.kill();
  }

  private drawRings(context: CanvasRenderingContext2D): void {
    const { width, height } = this.sigma.getDimensions();
    const { pixelRatio } = this.sigma.getRenderParams();
    const { canvas } = context;
    if (canvas.width !== width * pixelRatio || canvas.height !== height * pixelRatio) {
      [canvas.width, canvas.height] = [width * pixelRatio, height * pixelRatio];
      Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
    }
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    context.clearRect(0, 0, width, height);
    const { mark, lit } = inks[this.scheme];
    const { chosen, pinned, ends } = this.marks;
    for (const id of pinned) this.drawRing(context, id, 1.5, mark, 1.5);
    for (const id of ends) this.drawRing(context, id, 3, lit, 2.5);
    if (chosen !== undefined) this.drawRing(context, chosen, 5, mark, 3);
  }

  private writeNames(): void {
    const { labels } = this.sigma.getCanvases();
    const context = labels?.getContext('2d');
    if (context === undefined || context === null) return;
    const { width, height } = this.sigma.getDimensions();
    const ground = { left: 0, right: width, top: 0, bottom: height };
    this.names.write(context, this.recordsInSight(), ground, this.scheme);
  }

  /** What no name may cover; on a large graph records are too many to leave any room. */
  private recordsInSight(): Box[] {
    if (this.graph.order > fewNames) return [];
    return this.graph.mapNodes((_id, { x = 0, y = 0, size = 1, hidden }) =>
      hidden === true
        ? nowhere
        : boxOf({ ...this.sigma.graphToViewport({ x, y }), size: this.sigma.scaleSize(size) }),
    );
  }

  private drawRing(
    context: CanvasRenderingContext2D,
    id: string,
    away: number,
    colour: string,
    width: number,
  ): void {
    if (!this.graph.hasNode(id)) return;
    const { x = 0, y = 0, size = 1, hidden } = this.graph.getNodeAttributes(id);
    if (hidden === true) return;
    const at = this.sigma.graphToViewport({ x, y });
    ring(context, at.x, at.y, this.sigma.scaleSize(size) + away, colour, width);
  }
}

function makeGraph({ nodes, edges }: Looks): MultiDirectedGraph<Partial<NodeLook>, Partial<EdgeLook>> {
  const graph = new MultiDirectedGraph<Partial<NodeLook>, Partial<EdgeLook>>({ allowSelfLoops: false });
  for (const [id, look] of nodes) graph.addNode(id, look);
  for (const [id, look] of edges) {
    graph.addDirectedEdgeWithKey(id, look.source, look.target, shapeOf(look, edges.size));
  }
  return graph;
}

const nowhere: Box = { left: NaN, right: NaN, top: NaN, bottom: NaN };

const speed = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250);

const shapeOf = (look: EdgeLook | undefined, many: number): Partial<EdgeLook> => ({
  ...look,
  type: many <= fewEdges ? 'arrow' : 'line',
});

function coloursOf(scheme: Scheme): object {
  const { text } = inks[scheme];
  return {
    defaultDrawNodeHover: drawHover(scheme),
    edgeLabelColor: { color: text },
  };
}
