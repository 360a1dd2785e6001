/** A real Chromium for tests: the one of npm, or an installed one that CHROMIUM names. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Without a sandbox of its own, as root needs it; it speaks to this machine alone. */
const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser; a machine that lacks its libraries gets those of the package. */
export async function openBrowser(): Promise<Browser> {
  const installed = process.env['CHROMIUM'];
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: quiet });
  const executablePath = await sparticuz.executablePath();
  const env = { ...definedVariables(), ...(hasLibraries() ? {} : { LD_LIBRARY_PATH: packagedLibraries() }) };
  return chromium.launch({ executablePath, args: [...sparticuz.args, ...quiet], env });
}

const definedVariables = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

function hasLibraries(): boolean {
  const listed = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.includes('libnss3.so');
}

/** Lays the packaged libraries out, once for a user. */
function packagedLibraries(): string {
  const folder = join(tmpdir(), `entente-chromium-libraries-${userInfo().uid}`);
  const libraries = join(folder, 'lib');
  if (existsSync(join(libraries, 'libnss3.so'))) return libraries;
  mkdirSync(folder, { recursive: true });
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packed = join(dirname(entry), '../../bin/al2023.tar.br');
  const unpacked = spawnSync('tar', ['-x', '-C', folder], {
    input: brotliDecompressSync(readFileSync(packed)),
  });
  if (unpacked.status !== 0) throw new Error(`tar: ${unpacked.stderr.toString()}`);
  return libraries;
}
