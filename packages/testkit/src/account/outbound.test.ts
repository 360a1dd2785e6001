import { createServer, type Server } from 'node:https';
import { createServer as createProxy, type Server as Proxy } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOutbound } from '@entente/server/account/provider/outbound';

let server: Server;
let proxy: Proxy;
let url: string;
let authority: string;
let throughProxy = 0;

const port = (of: Server | Proxy): number => (of.address() as AddressInfo).port;
const listening = (of: Server | Proxy): Promise<void> =>
  new Promise((resolve) => of.listen(0, '127.0.0.1', () => resolve()));

beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  authority = made.cert;
  server = createServer({ key: made.private, cert: made.cert }, (_request, response) => response.end('here'));
  proxy = createProxy();
  proxy.on('connect', (request, socket) => {
    throughProxy += 1;
    const onward = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    socket.on('error', () => onward.destroy());
    onward.on('error', () => socket.destroy());
  });
  await Promise.all([listening(server), listening(proxy)]);
  url = `https://localhost:${port(server)}/`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  proxy.closeAllConnections();
  proxy.close();
});

const asked = async (settings: Partial<Parameters<typeof openOutbound>[0]>): Promise<string> => {
  const whole = { issuers: [], proxy: undefined, extraAuthorities: undefined, ...settings };
  const answer = await openOutbound(whole).fetch(url, {
    method: 'GET',
    body: undefined,
    headers: {},
    redirect: 'manual',
  });
  return answer.text();
};

describe('what the cell calls', () => {
  it('is not believed under a certificate of an authority that nobody named', async () => {
    await expect(asked({})).rejects.toThrow();
  });

  it('is believed under one that the host added', async () => {
    expect(await asked({ extraAuthorities: authority })).toBe('here');
  });

  it('is reached through the proxy that the host set', async () => {
    const through = new URL(`http://127.0.0.1:${port(proxy)}`);
    expect(await asked({ extraAuthorities: authority, proxy: through })).toBe('here');
    expect(throughProxy).toBe(1);
  });
});
