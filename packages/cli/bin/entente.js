#!/usr/bin/env node
// Starts the command line from its built form. It stays plain JavaScript so that it runs before any build.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const built = new URL('../dist/entente.js', import.meta.url);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`entente wants Node 20.19 or later; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else if (!existsSync(fileURLToPath(built))) {
  process.stderr.write('entente is not built yet: run npm run build in the root of the repository.\n');
  process.exitCode = 1;
} else {
  await import(built.href);
}
