/** A real mail server (SMTP) in the test's own process, which keeps what it is given. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  from: string;
  to: string[];
  /** As it came over the wire. */
  raw: string;
  /** Of the head, unfolded, by name in small letters. */
  head: Map<string, string>;
  text: string;
}

export interface MailServer {
  readonly url: string;
  readonly mails: Mail[];
  /** Set to have it refuse what comes, with a temporary error. */
  isFull: boolean;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: Mail[] = [];
  const kept: MailServer = { url: '', mails, isFull: false, close: () => Promise.resolve() };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, done) {
      let raw = '';
      stream.on('data', (piece: Buffer) => (raw += piece.toString('latin1')));
      stream.on('end', () => {
        if (kept.isFull) return done(Object.assign(new Error('later'), { responseCode: 452 }));
        const { mailFrom, rcptTo } = envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        mails.push({ from, to: rcptTo.map(({ address }) => address), ...read(raw) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(kept, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

function read(raw: string): Pick<Mail, 'raw' | 'head' | 'text'> {
  const gap = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, gap)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const head = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { raw, head, text: decoded(raw.slice(gap + 4), head.get('content-transfer-encoding')) };
}

function decoded(body: string, encoding = '7bit'): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const plain =
    encoding === 'quoted-printable'
      ? body
          .replaceAll('=\r\n', '')
          .replaceAll(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
      : body;
  return Buffer.from(plain, 'latin1').toString('utf8');
}
