/** E-mail that tells an account that something waits. */
import { z } from 'zod';
import { operation } from './operation.ts';

const rhythm = z
  .enum(['soon', 'daily'])
  .describe('`soon`: half a minute after a message; `daily`: once, at 06:00 UTC.');

export const mail = z
  .object({
    available: z.boolean().describe('Whether this cell sends e-mail.'),
    address: z.string().nullable().describe('Where it goes; null: nowhere.'),
    pending: z.string().nullable().describe('An address that waits for the code that was sent to it.'),
    rhythm,
    stopped: z.boolean().describe('Whether it was given up: confirm an address anew.'),
  })
  .meta({ title: 'Mail' });

export type MailBody = z.output<typeof mail>;

const mailPolicy = z.object({
  sentences: z
    .boolean()
    .describe('Whether e-mail to accounts of your member says the kind of what waits, not its number alone.'),
});

const password = z.string().max(1000);
const own = { tag: 'inbox', kind: 'no-member-data' } as const;

export const mailOperations = {
  mail: operation({
    ...own,
    method: 'GET',
    path: '/account/mail',
    summary: 'Where your account gets e-mail',
    answer: mail,
  }),
  setMail: operation({
    ...own,
    method: 'PUT',
    path: '/account/mail',
    summary: 'Set where and how often your account gets e-mail; another address is sent a code',
    body: z.strictObject({
      address: z.string().max(500),
      rhythm: rhythm.default('soon'),
      password: password.optional().describe('Wanted for another address, and for one that was given up.'),
    }),
    answer: mail,
  }),
  confirmMail: operation({
    ...own,
    method: 'POST',
    path: '/account/mail/confirm',
    summary: 'Confirm an address by the code that was sent to it',
    body: z.strictObject({ code: z.string().max(100) }),
    answer: mail,
  }),
  removeMail: operation({
    ...own,
    method: 'POST',
    path: '/account/mail/remove',
    summary: 'Get no e-mail any more; the address is told',
    status: 204,
    body: z.strictObject({
      password: password.optional().describe('Wanted where the account has one.'),
    }),
  }),
  mailPolicy: operation({
    ...own,
    scope: 'read',
    method: 'GET',
    path: '/mail-policy',
    summary: 'What e-mail to accounts of your member may say',
    description: 'For accounts that see all that your member sees.',
    answer: mailPolicy,
  }),
  setMailPolicy: operation({
    ...own,
    scope: 'admin',
    method: 'PUT',
    path: '/mail-policy',
    summary: 'Set what e-mail to accounts of your member may say (administrator)',
    status: 204,
    body: z.strictObject(mailPolicy.shape),
  }),
};
