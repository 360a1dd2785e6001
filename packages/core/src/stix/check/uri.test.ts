import { describe, expect, it } from 'vitest';
import { isUri } from './uri.ts';

describe('a URI', () => {
  it.each([
    // The examples of RFC 3986 §1.1.2.
    'ftp://ftp.is.co.za/rfc/rfc1808.txt',
    'http://www.ietf.org/rfc/rfc2396.txt',
    'ldap://[2001:db8::7]/c=GB?objectClass?one',
    'mailto:John.Doe@example.com',
    'news:comp.infosystems.www.servers.unix',
    'tel:+1-816-555-1212',
    'telnet://192.0.2.16:80/',
    'urn:oasis:names:specification:docbook:dtd:xml:4.1.2',
    'http://example.org',
    'https://user:secret@example.org:8443/a/b;c=1,2?d=e/f?#g?h/i',
    'http://example.org/%7Ea',
    'http://[v1.a:b]/',
    'file:///etc/passwd',
    'about:',
    'http://',
    'a+b-c.d:e',
  ])('may be %s', (text) => {
    expect(isUri(text)).toBe(true);
  });
  it.each([
    '',
    'example.org',
    '//example.org/',
    ':a',
    '1http://example.org/',
    'ht_tp://example.org/',
    'http://example.org/a b',
    'http://example.org/é',
    'http://example.org/a[1]',
    'http://example.org/?a[1]=b',
    'http://example.org/a#b#c',
    'http://example.org/%7',
    'http://example.org/%zz',
    'http://example.org/<a>',
    'http://exa[mple.org/',
    'http://[2001:db8::7/',
    'http://[2001:db8::7]a/',
    'http://[example.org]/',
    'http://2001:db8::7/',
    'http://example.org:80a/',
    'http://a@b@example.org/',
  ])('is not %s', (text) => {
    expect(isUri(text)).toBe(false);
  });
});
