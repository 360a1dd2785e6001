import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

const packages = fileURLToPath(new URL('packages/', import.meta.url));

export default defineConfig({
  // Sources, not what was built. The "source" condition would not do: it does not reach globalSetup's file.
  resolve: { alias: [{ find: /^@entente\/(\w+)\/(.+)$/, replacement: `${packages}$1/src/$2.ts` }] },
  test: {
    globalSetup: ['packages/testkit/src/global-setup.ts'],
    include: ['packages/*/src/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    // A process loads the product once, not once for each file: a third of the time of all but the long tests.
    isolate: false,
    restoreMocks: true,
    sequence: { sequencer: LongestFirst },
  },
});
