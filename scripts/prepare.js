// Builds after `npm ci`, so that `npx entente` works at once. An installation without the compiler
// (`npm ci --omit=dev`) is told, not failed: it is meant to receive what was built elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const compiler = new URL('../node_modules/typescript/bin/tsc', import.meta.url);

if (existsSync(compiler)) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: true });
  process.exitCode = status ?? 1;
} else {
  console.log('entente: not built, as the TypeScript compiler is not installed');
}
