import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
let folder: string;

interface Outcome {
  status: number | null;
  out: string;
  error: string;
}

function run(command: string, words: string[], environment: Record<string, string> = {}): Outcome {
  const { PATH = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH, ...environment },
  });
  return { status, out: stdout, error: stderr };
}

describe('the last line of a test run', () => {
  /** Runs one test file in a folder of its own, under the reporter that counts. */
  function lastLine(source: string): { status: number | null; line: string | undefined } {
    writeFileSync(join(folder, 'vitest.config.js'), 'export default {};');
    writeFileSync(join(folder, 'planted.test.js'), `import { expect, it } from 'vitest';\n${source}`);
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const reporter = join(root, 'scripts/counted-reporter.ts');
    const words = [vitest, 'run', '--root', folder, '--reporter=default', `--reporter=${reporter}`];
    const { status, out } = run(process.execPath, words);
    return { status, line: out.trimEnd().split('\n').at(-1) };
  }

  beforeEach(() => {
    // Within the repository, so that the planted tests find the test runner.
    mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
    folder = mkdtempSync(join(root, 'node_modules/.cache/entente-count-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('counts what passed', () => {
    const outcome = lastLine(`it('a', () => {}); it('b', () => {});`);
    expect(outcome).toEqual({ status: 0, line: '2 passed, 0 failed' });
  });

  it('counts what failed and what was skipped', () => {
    const outcome = lastLine(`it('a', () => {}); it('b', () => expect(1).toBe(2)); it.skip('c', () => {});`);
    expect(outcome).toEqual({ status: 1, line: '1 passed, 1 failed, 1 skipped' });
  });

  it('counts a file that cannot be read as failed', () => {
    expect(lastLine(`import './missing.js';`)).toEqual({ status: 1, line: '0 passed, 1 failed' });
  });

  it('counts an error outside any test as failed', () => {
    const outcome = lastLine(`it('a', () => { void Promise.reject(new Error('planted')); });`);
    expect(outcome).toEqual({ status: 1, line: '1 passed, 1 failed' });
  });
});

describe('a copy without what it needs', () => {
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'entente-house-')), 'clone');
    mkdirSync(folder);
  });
  afterEach(() => rmSync(resolve(folder, '..'), { recursive: true, force: true }));

  it('has a command that says what to do before it is built', () => {
    cpSync(join(root, 'packages/cli/bin'), join(folder, 'packages/cli/bin'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const { status, out, error } = run(process.execPath, ['packages/cli/bin/entente.js', 'start']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(error).toContain('run npm run build');
  });

  it('fails its check in CI where the real input is absent', () => {
    cpSync(join(root, '.ci'), join(folder, '.ci'), { recursive: true });
    const { status, error } = run('bash', ['.ci/run'], { CI: 'true' });
    expect(status).toBe(1);
    expect(error).toContain('set ENTENTE_DATA');
  });

  it('fails its check where ENTENTE_DATA names a folder without the real input', () => {
    cpSync(join(root, '.ci'), join(folder, '.ci'), { recursive: true });
    const { status, error } = run('bash', ['.ci/run'], { ENTENTE_DATA: folder });
    expect(status).toBe(1);
    expect(error).toContain(`holds no folder 'data'`);
  });
});
