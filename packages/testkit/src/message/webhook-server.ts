/** A member's own system that is called: an HTTP server in the test's process, which keeps what it is sent. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface WebhookServer {
  readonly port: number;
  readonly url: string;
  readonly received: Received[];
  /** How many connected, whatever they sent. */
  connections: number;
  /** What it answers. */
  status: number;
  /** Where it sends on to, with a redirecting status. */
  location: string | undefined;
  close(): Promise<void>;
}

export async function startWebhookServer(): Promise<WebhookServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(kept.status, kept.location === undefined ? {} : { location: kept.location });
      response.end('what it says is not listened to');
    });
  });
  server.on('connection', () => (kept.connections += 1));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const kept: WebhookServer = {
    port,
    url: `http://127.0.0.1:${port}/hook`,
    received,
    connections: 0,
    status: 204,
    location: undefined,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return kept;
}
