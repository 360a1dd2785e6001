/** Stands between a client and a cell: hears all that goes through, and can hold a request back. */
import { createServer, request as send, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Wiretap {
  readonly url: string;
  /** All that went through: lines of requests, heads and bodies of both directions. */
  readonly heard: string[];
  /** Takes the next request of this method and path for itself: its body; the client waits in vain. */
  seize(method: string, path: RegExp): Promise<string>;
  /** The next such request goes through, and what is answered to it does not. */
  mute(method: string, path: RegExp): void;
  close(): Promise<void>;
}

interface Trap {
  method: string;
  path: RegExp;
  /** What becomes of the request itself; left out where it goes on. */
  spring?: (body: string) => void;
}

/** @param target where requests go to, asked anew for each */
export async function tap(target: () => string): Promise<Wiretap> {
  const heard: string[] = [];
  const traps: Trap[] = [];
  const server = createServer((asked, answered) => {
    void (async () => {
      const body = await bodyOf(asked);
      const { method = '', url = '', headers } = asked;
      heard.push(`${method} ${decodeURIComponent(url)} ${JSON.stringify(headers)}`, body.toString('utf8'));
      const caught = traps.find((trap) => trap.method === method && trap.path.test(url));
      if (caught !== undefined) traps.splice(traps.indexOf(caught), 1);
      if (caught?.spring !== undefined) return caught.spring(body.toString('utf8'));
      const onward = send(`${target()}${url}`, { method, headers }, (came) => {
        void (async () => {
          const given = await bodyOf(came);
          heard.push(JSON.stringify(came.headers), given.toString('utf8'));
          if (caught === undefined) answered.writeHead(came.statusCode ?? 502, came.headers).end(given);
          else answered.destroy();
        })();
      });
      onward.on('error', () => answered.destroy()).end(body);
    })();
  });
  return {
    url: await listening(server),
    heard,
    seize: (method, path) => new Promise((spring) => traps.push({ method, path, spring })),
    mute: (method, path) => void traps.push({ method, path }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
