/** A real Chromium: the installed one, else the packaged one with the libraries that a bare machine lacks. */
import packaged from '@sparticuz/chromium';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const modules = fileURLToPath(new URL('../../../../node_modules/', import.meta.url));
/**
 * What the packaged one is started with for small machines and is of no use here: in a single process the contexts of
 * a browser share their cookies, and the last who signs in is everybody.
 */
const unwanted = new Set([
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
]);
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Opens a browser without a window; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const installed = installedBrowser();
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  const executablePath = await packaged.executablePath();
  const libraries = libraryFolder();
  const path = [libraries, process.env['LD_LIBRARY_PATH']].filter((one) => one !== undefined && one !== '');
  const env = { ...process.env, ...(path.length === 0 ? {} : { LD_LIBRARY_PATH: path.join(':') }) };
  const args = packaged.args.filter((one) => !unwanted.has(one));
  return chromium.launch({ executablePath, args, env });
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** The packaged libraries, unpacked, where the system has none of its own. */
function libraryFolder(): string | undefined {
  const known = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].map((command) => spawnSync(command, ['-p']));
  if (known.some(({ stdout }) => String(stdout).includes('libnss3.so'))) return undefined;
  const folder = join(modules, '.cache/chromium');
  if (!existsSync(join(folder, 'lib/libnss3.so'))) {
    mkdirSync(folder, { recursive: true });
    const archive = readFileSync(join(modules, '@sparticuz/chromium/bin/al2023.tar.br'));
    execFileSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(archive) });
  }
  return join(folder, 'lib');
}
