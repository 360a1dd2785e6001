// Builds the web interface, unless it is there and nothing that it is made of has changed since it was built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const made = join(root, 'packages/web/dist/index.html');
const note = join(root, 'packages/web/built-from.tsbuildinfo');
const sources = ['package-lock.json', 'packages/core/src', 'packages/contract/src', 'packages/web'];
const notSources = new Set(['node_modules', 'dist', 'build']);

const digest = createHash('sha256');
sources.forEach(add);
const wanted = digest.digest('hex');
if (!existsSync(made) || !existsSync(note) || readFileSync(note, 'utf8') !== wanted) {
  rmSync(note, { force: true });
  const run = ['run', '--silent', 'build', '-w', '@entente/web'];
  const { status } = spawnSync('npm', run, { cwd: root, stdio: 'inherit', shell: true });
  if (status === 0) writeFileSync(note, wanted);
  process.exitCode = status ?? 1;
}

/** Digests a file, or what a folder holds, in the order of names. */
function add(path) {
  if (statSync(join(root, path)).isFile()) {
    digest.update(`${path}\0`).update(readFileSync(join(root, path)));
    return;
  }
  for (const name of readdirSync(join(root, path)).sort())
    if (!notSources.has(name) && !name.endsWith('.tsbuildinfo')) add(`${path}/${name}`);
}
