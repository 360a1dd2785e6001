/**
 * Holds the import walls of docs/ARCHITECTURE.md: who may import whom, and that the core is pure.
 * `tsx scripts/walls.ts [root]` prints each breach and exits with 1 if there is one, or nothing to read.
 */
import { pathToFileURL } from 'node:url';
import { readModules, type Module } from './modules.ts';
import { walls, type Breach } from './wall-rules.ts';

/** Every breach of every wall under `root`, the folder that holds `packages`. */
export function breachesIn(root: string): Breach[] {
  return breachesOf(readModules(root));
}

function breachesOf(modules: Map<string, Module>): Breach[] {
  return walls.flatMap((wall) => wall.check(modules).map((found) => ({ wall: wall.name, ...found })));
}

function main(root: string): number {
  const modules = readModules(root);
  const imports = [...modules.values()].reduce((sum, module) => sum + module.imports.length, 0);
  // A checker that reads nothing is green for ever: that is a failure of its own.
  if (modules.size === 0 || imports === 0) {
    console.error(`walls: nothing to read under ${root}`);
    return 1;
  }
  const breaches = breachesOf(modules);
  for (const { wall, file, line, says } of breaches) console.error(`${file}:${line}: ${says} [${wall}]`);
  console.log(`walls: ${modules.size} files, ${imports} imports, ${breaches.length} breaches`);
  return breaches.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = main(process.argv[2] ?? process.cwd());
}
