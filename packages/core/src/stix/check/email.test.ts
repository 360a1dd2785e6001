import { describe, expect, it } from 'vitest';
import { isEmailAddress } from './email.ts';

describe('the address of an e-mail', () => {
  it.each([
    'jdoe@example.com',
    'John.Doe+list@mail.example.com',
    "o'brien@example.com",
    'a!b%c@example.com',
    'root@localhost',
    '"John Doe"@example.com',
    '"a@b\\"c"@example.com',
    'jdoe@[198.51.100.3]',
    'jdoe@[IPv6:2001:db8::1]',
    'josé@bücher.example',
  ])('may be %s', (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });
  it.each([
    '',
    'example.com',
    '@example.com',
    'jdoe@',
    'John Doe <jdoe@example.com>',
    '<jdoe@example.com>',
    'jdoe@example.com ',
    '.jdoe@example.com',
    'jdoe.@example.com',
    'j..doe@example.com',
    'jdoe@example.com.',
    'jdoe@example..com',
    'jdoe@.com',
    'jdoe@exam_ple.com',
    'jdoe@exa[mple.com',
    'jdoe@[198.51.100.3',
    'jdoe@[]',
    'a@b@example.com',
    'a,b@example.com',
    '"a"b"@example.com',
    '"a\\"@example.com',
    '"@example.com',
    'mailto:jdoe@example.com',
  ])('is not %s', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });
});
