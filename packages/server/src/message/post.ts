/** The ways out: a mail server that the host has set, and addresses that members have set. */
import { createTransport, type Transporter } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import { rootCertificates } from 'node:tls';
import { isLoopback } from '../loopback.ts';
import type { Letter } from './letter.ts';
import { openCalls, type Call, type CallSettings } from './call.ts';

/** What carries letters and calls; in tests, one that keeps them. */
export interface Post {
  /** Whether there is a mail server. */
  readonly hasMail: boolean;
  /** Throws where the mail server did not take it. */
  send(letter: Letter): Promise<void>;
  /** Status of the answer; throws where there was none. */
  call(call: Call): Promise<number>;
}

/** Where nothing leaves. */
export const noPost: Post = {
  hasMail: false,
  send: () => Promise.reject(new Error('There is no mail server.')),
  call: () => Promise.reject(new Error('Nothing is called here.')),
};

export interface MailSettings {
  /** `smtp:` (TLS by STARTTLS, but on the same machine) or `smtps:`, with login and password where it wants them. */
  server: URL | undefined;
  /** Who it is from. */
  from: string;
}

export interface PostSettings {
  mail: MailSettings;
  calls: CallSettings;
  extraAuthorities: string | undefined;
  /** Host under which members reach the cell: names the list and the messages. */
  host: string;
}

/** Milliseconds that a mail server has for each step. */
const patience = 10_000;

export function openPost(settings: PostSettings): Post {
  const { mail, host } = settings;
  const transporter = mail.server === undefined ? undefined : transporterOf(mail.server, settings);
  const calls = openCalls(settings.calls, settings.extraAuthorities);
  return {
    hasMail: transporter !== undefined,
    async send(letter) {
      if (transporter === undefined) throw new Error('There is no mail server.');
      await transporter.sendMail(envelopeOf(letter, mail.from, host));
    },
    call: (call) => calls.send(call),
  };
}

function transporterOf(url: URL, { extraAuthorities }: PostSettings): Transporter {
  const isSecure = url.protocol === 'smtps:';
  const options: SMTPTransport.Options = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    secure: isSecure,
    requireTLS: !isLoopback(url.hostname),
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    ...(extraAuthorities === undefined ? {} : { tls: { ca: [...rootCertificates, extraAuthorities] } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return createTransport(options);
}

/** Plain text, to one address, that no automatic answer goes to (RFC 3834) and that lists are told by (RFC 2919). */
function envelopeOf({ id, to, subject, text, language, at }: Letter, from: string, host: string) {
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    date: new Date(at / 1000),
    messageId: `<${id}@${host}>`,
    xMailer: false as const,
    headers: {
      'List-Id': `<notices.${host}>`,
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
    },
  };
}
