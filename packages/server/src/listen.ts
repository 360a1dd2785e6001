/** Where the process listens. */
import { once } from 'node:events';
import { chmod, rm, stat } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { Failure } from '@entente/core/failure';
import type { Listen } from './config.ts';

interface Listening {
  listen(options: { host: string; port: number } | { path: string }): Promise<string>;
}

/** The address as one would type it. */
export const addressOf = (listen: Listen): string => {
  if ('path' in listen) return `unix:${listen.path}`;
  const host = listen.host.includes(':') ? `[${listen.host}]` : listen.host;
  return `http://${host}:${listen.port}`;
};

/** Where programs of this machine reach the cell. */
export const localUrl = (listen: Listen): string => {
  if ('path' in listen) return 'http://localhost';
  const isAny = ['0.0.0.0', '::'].includes(listen.host);
  return addressOf(isAny ? { ...listen, host: 'localhost' } : listen);
};

/** Port 0 becomes a free one, so that the address is known before anything starts. */
export async function settlePort(listen: Listen): Promise<Listen> {
  if ('path' in listen || listen.port !== 0) return listen;
  const probe = createServer();
  try {
    probe.listen(0, listen.host);
    await once(probe, 'listening');
    return { host: listen.host, port: (probe.address() as AddressInfo).port };
  } catch (error) {
    throw cannotListen(listen, error);
  } finally {
    probe.close();
  }
}

/** Listens; a socket that a killed process left is replaced, and ours is for its group. */
export async function listenAt(server: Listening, listen: Listen): Promise<void> {
  try {
    if ('path' in listen) await clearSocket(listen.path);
    await server.listen(listen);
    if ('path' in listen) await chmod(listen.path, 0o660);
  } catch (error) {
    throw cannotListen(listen, error);
  }
}

async function clearSocket(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined); // nothing there, or listening says what is wrong
  if (found?.isSocket() !== true) return;
  const answers = await new Promise<boolean>((resolve) => {
    const client = connect(path);
    client.on('connect', () => resolve(true)).on('error', () => resolve(false));
    client.on('connect', () => client.destroy());
  });
  if (answers) throw new Failure('locked', `Another process listens at ${path}.`);
  await rm(path);
}

function cannotListen(listen: Listen, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  const why =
    {
      EADDRINUSE: 'another process listens there',
      EACCES: 'this user may not',
      EADDRNOTAVAIL: 'this machine has no such address',
    }[code] ?? (error as Error).message;
  return new Failure(
    'unavailable',
    `Cannot listen at ${addressOf(listen)}: ${why}. Set ENTENTE_LISTEN to another address.`,
    error,
  );
}
