/**
 * Frames of the graph screen beside bare sigma on the same graph, both in one Chromium and in turns; and what the
 * screen's own functions take of each frame, by profile. The drawing is dragged, so that every frame is drawn anew.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { openScene } from '../browser/scene.ts';
import { startTestServer } from '../database-server.ts';
import { median, type Figure } from './figures.ts';
import { timeByFunction } from './own-script.ts';
import { randomOf, uuidOf } from './random.ts';

const modules = fileURLToPath(new URL('../../../../node_modules/', import.meta.url));
/** Milliseconds and frames that a turn has at least, and turns of each. */
const turn = 1000;
const mostFew = 6;
const turns = 7;
/** Objects of one POST. */
const perPost = 5000;
/** Half the side of the square on which records stand: what the screen shows at first. */
const half = 380;

interface Node {
  id: string;
  x: number;
  y: number;
  name: string;
}

interface Made {
  nodes: Node[];
  edges: { id: string; source: string; target: string }[];
}

/** Records at random places, twice as many links, as many of them as possible short. */
function makeGraph(size: number): Made {
  const random = randomOf(size);
  const nodes = Array.from({ length: size }, (_one, index): Node => ({
    id: `malware--${uuidOf(size, index)}`,
    x: Math.round((random() * 2 - 1) * half),
    y: Math.round((random() * 2 - 1) * half),
    name: `Record ${index} of ${size}`,
  }));
  const pick = (): string => nodes[Math.floor(random() * size)]?.id ?? '';
  const edges = Array.from({ length: 2 * size }, (_one, index) => {
    const source = pick();
    let target = pick();
    while (target === source) target = pick();
    return { id: `relationship--${uuidOf(size + 1, index)}`, source, target };
  });
  return { nodes, edges };
}

const day = '2026-01-01T00:00:00.000Z';
const stix = (id: string, more: object): object => ({
  type: id.slice(0, id.indexOf('--')),
  spec_version: '2.1',
  id,
  created: day,
  modified: day,
  ...more,
});

function objectsOf({ nodes, edges }: Made, saved: string): object[] {
  const positions = nodes.map(({ id, x, y }): [string, number[]] => [id, [x, y, 0]]);
  return [
    ...nodes.map(({ id, name }) => stix(id, { name, is_family: false })),
    ...edges.map(({ id, source, target }) =>
      stix(id, { relationship_type: 'related-to', source_ref: source, target_ref: target }),
    ),
    stix(saved, {
      name: `Graph of ${nodes.length}`,
      context: 'unspecified',
      object_refs: [...nodes, ...edges].map(({ id }) => id),
      x_entente_graph: { positions: Object.fromEntries(positions) },
    }),
  ];
}

/** Puts a graph in as the member that is signed in. */
async function put(page: Page, objects: readonly object[]): Promise<void> {
  for (let first = 0; first < objects.length; first += perPost) {
    const body = JSON.stringify({ objects: objects.slice(first, first + perPost) });
    const answer = (await page.evaluate(`fetch('api/v1/contributions', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)},
    }).then((response) => response.json())`)) as { answers?: { outcome: string; findings: object[] }[] };
    const refused = answer.answers?.find(({ outcome }) => outcome === 'rejected');
    if (answer.answers === undefined || refused !== undefined) {
      throw new Error(`The graph was not taken: ${JSON.stringify(refused ?? answer)}`);
    }
  }
}

/** Drags the drawing in a small circle for a while; how many frames there were, and in how many milliseconds. */
const drag = `new Promise((resolve) => {
  const mouse = document.querySelector('.sigma-mouse');
  const { left, top, width } = mouse.getBoundingClientRect();
  const at = (x, y) => ({ bubbles: true, button: 0, clientX: left + x, clientY: top + y });
  let frames = 0;
  let begun;
  mouse.dispatchEvent(new MouseEvent('mousedown', at(width - 3, 3)));
  const frame = (now) => {
    begun ??= now;
    if (now - begun >= ${turn} && frames >= ${mostFew}) {
      document.dispatchEvent(new MouseEvent('mouseup', at(width - 3, 3)));
      resolve({ frames, milliseconds: now - begun });
      return;
    }
    frames += 1;
    const turned = frames / 10;
    mouse.dispatchEvent(new MouseEvent('mousemove', at(width - 3 + 9 * Math.cos(turned), 3 + 9 * Math.sin(turned))));
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})`;

interface Stage {
  page: Page;
  session: CDPSession;
  /** Milliseconds of a frame, in each turn. */
  turns: number[];
}

async function stageOf(page: Page): Promise<Stage> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  return { page, session, turns: [] };
}

/** How many frames there were, and in how many milliseconds. */
async function takeTurn({ page }: Stage): Promise<{ frames: number; milliseconds: number }> {
  await page.bringToFront();
  return (await page.evaluate(drag)) as { frames: number; milliseconds: number };
}

async function measureTurn(stage: Stage): Promise<void> {
  const { frames, milliseconds } = await takeTurn(stage);
  stage.turns.push(milliseconds / frames);
}

/** Opens the saved graph on the screen, and waits until all of it is there. */
async function openScreen(page: Page, url: string, saved: string, { nodes, edges }: Made): Promise<void> {
  await page.goto(`${url}/graph?view=${saved}`);
  const number = new Intl.NumberFormat('en-GB');
  await page.getByText(`Links (${number.format(edges.length)})`).waitFor({ timeout: 240_000 });
  await page.getByText(`Records (${number.format(nodes.length)})`).waitFor();
}

/** Bare sigma on the same graph, in as large a box, with the same names, sizes and view. */
async function openBare(page: Page, box: { width: number; height: number }, made: Made): Promise<void> {
  const degrees = new Map<string, number>();
  for (const { source, target } of made.edges) {
    for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  const nodes = made.nodes.map(({ id, x, y, name }) => {
    const size = Math.min(14, 5 + 1.6 * Math.log2(1 + (degrees.get(id) ?? 0)));
    return [id, { x, y, size, label: name, color: '#1f6f8b' }];
  });
  await page.setContent(`<div id="box" style="width:${box.width}px;height:${box.height}px"></div>`);
  for (const file of ['graphology/dist/graphology.umd.min.js', 'sigma/dist/sigma.min.js']) {
    await page.addScriptTag({ content: await readFile(`${modules}${file}`, 'utf8') });
  }
  await page.evaluate(`{
    const graph = new graphology.MultiDirectedGraph();
    for (const [id, look] of ${JSON.stringify(nodes)}) graph.addNode(id, look);
    for (const { id, source, target } of ${JSON.stringify(made.edges)}) {
      graph.addDirectedEdgeWithKey(id, source, target, { size: 1.2, color: '#a3adb5' });
    }
    const sigma = new (Sigma.default ?? Sigma)(graph, document.getElementById('box'));
    sigma.setCustomBBox({ x: [-400, 400], y: [-400, 400] });
    sigma.getCamera().setState({ x: .5, y: .5, ratio: 1.1875, angle: 0 });
    sigma.refresh();
  }`);
}

/** In the demonstration of a test run, as the tests of the screen have it. */
export async function measureGraph(): Promise<Figure[]> {
  const run = await startTestServer();
  try {
    return await measureFrames([1000, 5000, 10_000]);
  } finally {
    await run.stop();
  }
}

async function measureFrames(sizes: readonly number[]): Promise<Figure[]> {
  const scene = await openScene({ isEmpty: true });
  try {
    const figures: Figure[] = [];
    const screen = await stageOf(await scene.home('belgium'));
    for (const size of sizes) {
      const made = makeGraph(size);
      const saved = `grouping--${uuidOf(size + 2, 0)}`;
      await put(screen.page, objectsOf(made, saved));
      await openScreen(screen.page, scene.running.url, saved, made);
      const box = await screen.page.locator('.graph-canvas').boundingBox();
      if (box === null) throw new Error('the screen shows no drawing');
      const bare = await stageOf(await screen.page.context().newPage());
      await openBare(bare.page, box, made);
      figures.push(...(await compare(screen, bare, size)));
      await bare.page.close();
    }
    return figures;
  } finally {
    await scene.close();
  }
}

async function compare(screen: Stage, bare: Stage, size: number): Promise<Figure[]> {
  [screen.turns, bare.turns] = [[], []];
  for (let round = 0; round <= turns; round += 1) {
    await measureTurn(bare);
    await measureTurn(screen);
  }
  const [floors, products] = [bare.turns.slice(1), screen.turns.slice(1)];
  const ratios = products.map((product, round) => product / (floors[round] ?? NaN));
  const [floor, product] = [median(floors), median(products)];
  const perSecond = (frame: number): string => (1000 / frame).toFixed(1);
  const own = await ownScript(screen);
  return [
    {
      what: `a frame of the graph at ${size} records: bare sigma, screen`,
      floor,
      product,
      target: 1.25,
      note:
        `${perSecond(floor)} and ${perSecond(product)} frames a second; round by round ` +
        `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} ×, median ${median(ratios).toFixed(2)} ×`,
    },
    {
      what: `own script of the screen in a frame at ${size} records`,
      product: own.whole,
      target: 8,
      note: own.byFunction.map(([name, time]) => `${name} ${time.toFixed(2)}`).join(', '),
    },
  ];
}

/** Milliseconds in each frame of the functions of the screen, with what they call, as a profile has them. */
async function ownScript(
  screen: Stage,
): Promise<{ whole: number; byFunction: (readonly [string, number])[] }> {
  await screen.session.send('Profiler.setSamplingInterval', { interval: 200 });
  await screen.session.send('Profiler.start');
  const { frames } = await takeTurn(screen);
  const { profile } = await screen.session.send('Profiler.stop');
  const byFunction = [...timeByFunction(profile)]
    .map(([name, time]) => [name, time / 1000 / frames] as const)
    .sort(([, one], [, other]) => other - one);
  return { whole: byFunction.reduce((sum, [, time]) => sum + time, 0), byFunction: byFunction.slice(0, 6) };
}
