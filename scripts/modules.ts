/** Reads the source files of all packages, with their imports resolved to files of the repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { importsOf, type Import } from './imports.ts';

export interface ResolvedImport extends Import {
  /** Path from the root with `/`, for imports within the repository: `packages/core/src/failure.ts`. */
  target: string | undefined;
  /** Name of the package for imports from outside, `node:fs` for what Node brings along. */
  outside: string | undefined;
}

export interface Module {
  /** Path from the root with `/`. */
  path: string;
  source: string;
  imports: ResolvedImport[];
}

const own = /^@entente\/([^/]+)(?:\/(.*))?$/;

/** All TypeScript modules under `packages/<any>/src` but tests, by path. Tests may import what they like. */
export function readModules(root: string): Map<string, Module> {
  const modules = new Map<string, Module>();
  for (const path of sourcesIn(root)) {
    const source = readFileSync(join(root, path), 'utf8');
    const imports = importsOf(source).map((found) => resolve(path, found));
    modules.set(path, { path, source, imports });
  }
  return modules;
}

function sourcesIn(root: string): string[] {
  const packages = join(root, 'packages');
  if (!existsSync(packages)) return [];
  return readdirSync(packages)
    .map((name) => join(packages, name, 'src'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
        relative(root, join(folder, file)).split(sep).join('/'),
      ),
    )
    .filter((path) => /\.[cm]?tsx?$/.test(path) && !/\.test\.[cm]?tsx?$/.test(path))
    .toSorted();
}

function resolve(importer: string, found: Import): ResolvedImport {
  const { specifier } = found;
  if (specifier === undefined) return { ...found, target: undefined, outside: undefined };
  const target = targetOf(importer, specifier);
  return { ...found, target, outside: target === undefined ? packageOf(specifier) : undefined };
}

function targetOf(importer: string, specifier: string): string | undefined {
  if (/^[./]/.test(specifier)) return fromOutput(posix.join(posix.dirname(importer), specifier));
  const match = own.exec(specifier);
  if (match === null) return undefined;
  return `packages/${match[1]}/src/${match[2] ?? 'index'}.ts`;
}

/** A path into a package's output means the source that it was built from. */
function fromOutput(path: string): string {
  return path.replace(/^(packages\/[^/]+)\/dist\/(.*)\.js$/, '$1/src/$2.ts');
}

function packageOf(specifier: string): string {
  const [first = specifier, second] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
