import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importsOf } from '../../../../scripts/imports.ts';
import { breachesIn } from '../../../../scripts/walls.ts';

const root = resolve(import.meta.dirname, '../../../..');
const checker = join(root, 'scripts/walls.ts');
let copy: string;

/** What the checker says of one file, planted into a copy of the source as it stands. */
function plant(file: string, source: string): string[] {
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, source);
  const walls = breachesIn(copy).flatMap((breach) => (breach.file === file ? [breach.wall] : []));
  rmSync(path);
  return walls;
}

function runChecker(folder: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', checker, folder], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'entente-walls-'));
  for (const name of readdirSync(join(root, 'packages'))) {
    const source = join(root, 'packages', name, 'src');
    if (existsSync(source)) cpSync(source, join(copy, 'packages', name, 'src'), { recursive: true });
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

const direction = 'packages import in one direction';
const storeForServe = 'serve takes from the store readers and types alone';

const forbidden: [wall: string, file: string, source: string][] = [
  [direction, 'packages/core/src/planted.ts', `import { x } from '@entente/store/planted';`],
  [direction, 'packages/core/src/planted.ts', `import { x } from '@entente/contract/planted';`],
  [direction, 'packages/core/src/planted.ts', `export * from '../../server/src/app.ts';`],
  [direction, 'packages/core/src/planted.ts', `import type { X } from '@entente/server/app';`],
  [direction, 'packages/contract/src/planted.ts', `import '@entente/store/planted';`],
  [direction, 'packages/store/src/planted.ts', `import { x } from '@entente/contract/planted';`],
  [direction, 'packages/store/src/planted.ts', `const x = await import('@entente/server/app');`],
  [direction, 'packages/server/src/planted.ts', `import { x } from '@entente/cli/planted';`],
  [direction, 'packages/cli/src/planted.ts', `import { x } from '@entente/store/planted';`],
  [direction, 'packages/cli/src/demo.planted.ts', `import { x } from '@entente/testkit/planted';`],
  [direction, 'packages/server/src/planted.ts', `import { x } from '@entente/testkit/planted';`],
  [direction, 'packages/server/src/planted.ts', `import { x } from '../../testkit/dist/world/acts.js';`],
  [direction, 'packages/web/src/planted.tsx', `import { x } from '@entente/server/app';`],
  [direction, 'packages/store/src/planted.ts', `import { x } from '../../../scripts/walls.ts';`],
  [
    'the web imports types alone from the core',
    'packages/web/src/planted.tsx',
    `import { x } from '@entente/core/a';`,
  ],
  [
    'the web imports types alone from the core',
    'packages/web/src/planted.tsx',
    `import { x } from '@entente/core/ledger/planted';`,
  ],
  [
    'the web imports types alone from the core',
    'packages/web/src/screen/ledger/planted.tsx',
    `import { x } from '@entente/core/label/planted';`,
  ],
  [
    'the core imports only the packages that it lists',
    'packages/core/src/planted.ts',
    `import fs from 'node:fs';`,
  ],
  [
    'the core imports only the packages that it lists',
    'packages/core/src/planted.ts',
    `import { z } from 'zod';`,
  ],
  [
    'the core reads no clock and no randomness',
    'packages/core/src/planted.ts',
    `export const at = Date.now();`,
  ],
  [
    'the core reads no clock and no randomness',
    'packages/core/src/planted.ts',
    `export const at = new Date().getTime();`,
  ],
  [
    'the core reads no clock and no randomness',
    'packages/core/src/planted.ts',
    `export const n = Math.random();`,
  ],
  ['test tools stay in tests', 'packages/server/src/planted.ts', `import fc from 'fast-check';`],
  [
    'serve never imports ingest',
    'packages/server/src/serve/api/planted.ts',
    `import { x } from '../../ingest/planted.ts';`,
  ],
  [
    'serve never imports ingest',
    'packages/server/src/serve/api/planted.ts',
    `import type { X } from '../../ingest/planted.ts';`,
  ],
  [
    'ingest never imports serve',
    'packages/server/src/ingest/planted.ts',
    `export { x } from '@entente/server/serve/taxii/planted';`,
  ],
  [
    storeForServe,
    'packages/server/src/serve/planted.ts',
    `import { x } from '@entente/store/feed/sequencer';`,
  ],
  [
    storeForServe,
    'packages/server/src/serve/planted.ts',
    `import type { X } from '@entente/store/database/open';`,
  ],
  [
    storeForServe,
    'packages/server/src/serve/planted.ts',
    `import { x } from '@entente/store/database/open';`,
  ],
  [
    storeForServe,
    'packages/server/src/serve/planted.ts',
    `import { x } from '@entente/store/contribution/writer';`,
  ],
  [
    'readers cannot write',
    'packages/store/src/planted/reader.ts',
    `import { x } from '../contribution/writer.ts';`,
  ],
  [
    'readers cannot write',
    'packages/store/src/view/planted.ts',
    `import { x } from '../contribution/put.ts';`,
  ],
  [
    'imports can be read',
    'packages/server/src/planted.ts',
    'export const x = await import(`./${process.argv[2]}`);',
  ],
  [
    'imports can be read',
    'packages/store/src/planted.ts',
    'export const load = (name: string) => import(name);',
  ],
];

describe('a forbidden import is found', () => {
  it.each(forbidden)('%s: %s with %s', (wall, file, source) => {
    expect(plant(file, source)).toContain(wall);
  });

  it('through another file of the server, as the way shows', () => {
    const middle = join(copy, 'packages/server/src/planted-middle.ts');
    mkdirSync(dirname(middle), { recursive: true });
    writeFileSync(middle, `export { x } from './ingest/planted.ts'; import '@entente/store/database/open';`);
    const walls = plant('packages/server/src/serve/planted.ts', `import { x } from '../planted-middle.ts';`);
    rmSync(middle);
    expect(walls).toEqual(['serve never imports ingest', storeForServe]);
  });

  it('by the command, which then fails and names file, line and wall', () => {
    const file = 'packages/core/src/planted.ts';
    writeFileSync(join(copy, file), `\nimport { x } from '@entente/store/planted';\n`);
    const { status, said } = runChecker(copy);
    rmSync(join(copy, file));
    expect(status).toBe(1);
    expect(said).toContain(`${file}:2: core may not import store [${direction}]`);
  });
});

describe('what is allowed passes', () => {
  it.each([
    ['packages/core/src/planted.ts', `import { sha256 } from '@noble/hashes/sha2.js';`],
    [
      'packages/core/src/planted.ts',
      `// taken from 'somewhere'; Date.now() is an argument\nexport const x = 1;`,
    ],
    ['packages/store/src/planted.ts', `import { Failure } from '@entente/core/failure';`],
    ['packages/cli/src/planted.ts', `import { x } from '@entente/server/main';`],
    ['packages/server/src/serve/planted.ts', `import { x } from '@entente/store/contribution/reader';`],
    ['packages/server/src/serve/planted.ts', `import type { X } from '@entente/store/feed/row';`],
    ['packages/server/src/release/planted.ts', `import { x } from '@entente/store/contribution/writer';`],
    ['packages/web/src/screen/ledger/planted.tsx', `import { x } from '@entente/core/ledger/audit';`],
    ['packages/testkit/src/planted.ts', `import { x } from '@entente/server/app';`],
    ['packages/server/src/planted.test.ts', `import { x } from '@entente/testkit/planted';`],
  ])('%s with %s', (file, source) => {
    expect(plant(file, source)).toEqual([]);
  });
});

describe('the checker is not blind', () => {
  it('and fails where there is nothing to read', () => {
    const empty = mkdtempSync(join(tmpdir(), 'entente-walls-'));
    const { status, said } = runChecker(empty);
    rmSync(empty, { recursive: true });
    expect(status).toBe(1);
    expect(said).toContain('nothing to read');
  });

  it('and reads every source file of the packages', () => {
    const files = readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => /^\w+\/src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
    const read = Number(/walls: (\d+) files/.exec(runChecker(root).said)?.[1]);
    expect(sources.length).toBeGreaterThan(0);
    expect(read).toBe(sources.length);
  });

  it('and reads imports in every way of writing them', () => {
    const source = [
      `import a, { b } from 'one';`,
      `import {`,
      `  c, // don't stumble over this`,
      `  d,`,
      `} from "two";`,
      `import type { E } from 'three';`,
      `export * as f from 'four';`,
      `import 'five';`,
      `type G = import('six').G;`,
      `const h = await import(/* why */ 'seven');`,
      `import { type I } from 'eight';`,
      `const j = Array.from('nine');`,
      ` * from 'ten'`,
    ].join('\n');
    const read = importsOf(source).map(({ specifier, typeOnly, line }) => [specifier, typeOnly, line]);
    expect(read).toEqual([
      ['one', false, 1],
      ['two', false, 5],
      ['three', true, 6],
      ['four', false, 7],
      ['five', false, 8],
      ['eight', false, 11],
      ['six', false, 9],
      ['seven', false, 10],
    ]);
  });
});
