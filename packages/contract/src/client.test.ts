/** The typed client over connections that do not hold. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeClient } from './client.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"member":', () => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

it('says that the server is out of reach where an answer breaks off, as where there is none', async () => {
  await expect(makeClient({ url }).me()).rejects.toMatchObject({ code: 'unavailable' });
  await expect(makeClient({ url: 'http://127.0.0.1:9' }).me()).rejects.toMatchObject({ code: 'unavailable' });
});
