/** The walls themselves. Each is a rule of docs/ARCHITECTURE.md; packages/testkit/src/house tests each one. */
import type { Module, ResolvedImport } from './modules.ts';

export interface Place {
  file: string;
  line: number;
  says: string;
}

export interface Breach extends Place {
  wall: string;
}

interface Wall {
  name: string;
  check: (modules: Map<string, Module>) => Place[];
}

/** What is wrong with one import, in words. */
type Judge = (found: ResolvedImport, module: Module, modules: Map<string, Module>) => string | undefined;

/** Which packages of the project each package may import. */
const reach: Record<string, string[]> = {
  core: [],
  contract: ['core'],
  store: ['core'],
  server: ['core', 'contract', 'store'],
  web: ['core', 'contract'],
  cli: ['core', 'contract', 'server'],
  testkit: ['core', 'contract', 'store', 'server', 'cli', 'web'],
};

const corePackages = /^(?:@noble\/[\w-]+|canonicalize|any-ascii)$/;
const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\.now\b/g;
const testTools = /^(?:vitest|fast-check|autocannon|playwright-core|@sparticuz\/chromium)$/;

type Forbidden = (target: string, typeOnly: boolean) => boolean;

const server = 'packages/server/src/';
const ingest = `${server}ingest/`;
const serve = `${server}serve/`;
const database = /^packages\/store\/src\/database(?:\.ts$|\/)/;
const writer = /^packages\/store\/src\/(?:.*[/-])?(?:writer?|put|change)\.ts$/;
/** Readers, the whole room `view` (which only reads), and shapes. */
const readable = /^packages\/store\/src\/(?:view\/.*|(?:.*[/-])?(?:reader|types)\.ts$)/;

/** A member checks the ledger in the page, by the core's own code: this screen alone, and that room alone. */
const isLedgerCheck = (path: string, target: string): boolean =>
  path.startsWith('packages/web/src/screen/ledger/') && target.startsWith('packages/core/src/ledger/');

export const walls: Wall[] = [
  {
    name: 'packages import in one direction',
    check: each('packages/', ({ target }, { path }) => {
      const [from, to] = [packageIn(path), target === undefined ? undefined : packageIn(target)];
      if (target === undefined || from === to) return undefined;
      if (to === undefined) return `imports ${target}, which is in no package`;
      return reach[from ?? '']?.includes(to) ? undefined : `${from} may not import ${to}`;
    }),
  },
  {
    name: 'the core imports only the packages that it lists',
    check: each('packages/core/', ({ outside }) =>
      outside === undefined || corePackages.test(outside) ? undefined : `core may not import ${outside}`,
    ),
  },
  {
    name: 'the core reads no clock and no randomness',
    check: (modules) => within(modules, 'packages/core/').flatMap(impureIn),
  },
  {
    name: 'the web imports types alone from the core',
    check: each('packages/web/', ({ target, typeOnly }, { path }) =>
      target !== undefined && packageIn(target) === 'core' && !typeOnly && !isLedgerCheck(path, target)
        ? 'web may import types alone from core'
        : undefined,
    ),
  },
  {
    name: 'test tools stay in tests',
    check: each('packages/', ({ outside }, { path }) =>
      outside !== undefined && testTools.test(outside) && packageIn(path) !== 'testkit'
        ? `${outside} is for tests alone`
        : undefined,
    ),
  },
  apart('serve never imports ingest', serve, (target) => target.startsWith(ingest)),
  apart('ingest never imports serve', ingest, (target) => target.startsWith(serve)),
  apart('serve takes from the store readers and types alone', serve, (target, typeOnly) => {
    if (packageIn(target) !== 'store' || readable.test(target)) return false;
    return !typeOnly || database.test(target) || writer.test(target);
  }),
  {
    name: 'readers cannot write',
    check: each('packages/store/', ({ target }, { path }) =>
      readable.test(path) && target !== undefined && writer.test(target)
        ? `a reader may not import ${target}`
        : undefined,
    ),
  },
  {
    name: 'imports can be read',
    check: each('packages/', ({ specifier }) =>
      specifier === undefined ? 'the module is computed at run time, so no wall can hold it' : undefined,
    ),
  },
];

/** A wall that looks at each import of each file under `folder`. */
function each(folder: string, judge: Judge): Wall['check'] {
  return (modules) =>
    within(modules, folder).flatMap((module) =>
      module.imports.flatMap((found) => {
        const says = judge(found, module, modules);
        return says === undefined ? [] : [{ file: module.path, line: found.line, says }];
      }),
    );
}

/** A wall that no file under `folder` passes, be it for a type or through other files of the server. */
function apart(name: string, folder: string, forbidden: Forbidden): Wall {
  return {
    name,
    check: each(folder, (found, _module, modules) => {
      const way = wayTo(modules, found, forbidden);
      return way === undefined ? undefined : `reaches ${way.join(' → ')}`;
    }),
  };
}

/** The shortest chain of imports from `start` to something forbidden. Beyond `start`, types do not count. */
function wayTo(
  modules: Map<string, Module>,
  start: ResolvedImport,
  forbidden: Forbidden,
): string[] | undefined {
  if (start.target === undefined) return undefined;
  if (start.typeOnly) return forbidden(start.target, true) ? [start.target] : undefined;
  const seen = new Set([start.target]);
  const ways = [[start.target]];
  for (const way of ways) {
    const last = way.at(-1) ?? '';
    if (forbidden(last, false)) return way;
    if (!last.startsWith(server)) continue;
    for (const { target, typeOnly } of modules.get(last)?.imports ?? []) {
      if (target === undefined || typeOnly || seen.has(target)) continue;
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return undefined;
}

function impureIn(module: Module): Place[] {
  return module.source.split('\n').flatMap((text, index) =>
    /^\s*(?:\/\/|\*|\/\*)/.test(text)
      ? []
      : [...text.matchAll(impure)].map(([says]) => ({
          file: module.path,
          line: index + 1,
          says: `${says}: time and randomness are arguments`,
        })),
  );
}

function within(modules: Map<string, Module>, folder: string): Module[] {
  return [...modules.values()].filter(({ path }) => path.startsWith(folder));
}

function packageIn(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1];
}
