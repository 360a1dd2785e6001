import type { TextForm } from '../specification/kind.ts';
import { isIPv4, isIPv6 } from './address.ts';
import { isEmailAddress } from './email.ts';
import { isDomainName } from './host.ts';
import { isLanguageTag, threeLetters } from './language.ts';
import { isPlatformName } from './platform.ts';
import {
  isBase64,
  isCharacterSetName,
  isHex,
  isMacAddress,
  isMediaType,
  isPropertyName,
  isRelationshipType,
} from './text.ts';
import { isUri } from './uri.ts';

interface Form {
  test: (text: string) => boolean;
  /** Completes the sentence "must be …". */
  wanted: string;
}

const hives = ['hklm', 'hkcc', 'hkcr', 'hkcu', 'hku'];

/** A registry key names its hive in full (§6.17): `HKEY_LOCAL_MACHINE`, not `HKLM`. */
const isRegistryKey = (key: string): boolean => {
  const end = key.indexOf('\\');
  return !hives.includes((end < 0 ? key.slice(0, 5) : key.slice(0, Math.min(end, 5))).toLowerCase());
};

/** How the forms of texts are tested. */
export const forms: Readonly<Record<TextForm, Form>> = {
  uri: { test: isUri, wanted: 'a URI with its scheme, as https://example.org/ (RFC 3986)' },
  'domain-name': { test: isDomainName, wanted: 'the name of a domain, as example.org (RFC 1034, RFC 5890)' },
  'email-address': { test: isEmailAddress, wanted: 'an e-mail address without display name (§6.5)' },
  ipv4: { test: isIPv4, wanted: 'an IPv4 address or CIDR block (§6.10)' },
  ipv6: { test: isIPv6, wanted: 'an IPv6 address or CIDR block (§6.11)' },
  mac: { test: isMacAddress, wanted: 'a MAC address in lower case with colons, as d2:fb:49:24:37:18 (§6.8)' },
  hex: { test: isHex, wanted: 'an even number of hexadecimal digits (§2.8)' },
  binary: { test: isBase64, wanted: 'base64 with padding (§2.1)' },
  'character-set': { test: isCharacterSetName, wanted: 'the name of a character set of the IANA registry' },
  'media-type': { test: isMediaType, wanted: 'a media type of the IANA registry, as application/pdf' },
  'language-tag': { test: isLanguageTag, wanted: 'a language code of RFC 5646, as en or pt-BR' },
  'language-639-2': {
    test: (text) => threeLetters.has(text),
    wanted: 'a language code of ISO 639-2, as eng (§6.14)',
  },
  cpe: { test: isPlatformName, wanted: 'a formatted string of CPE 2.3 (§6.14)' },
  'registry-key': { test: isRegistryKey, wanted: 'a key with the full name of its hive (§6.17)' },
  'relationship-type': { test: isRelationshipType, wanted: 'of a-z, 0-9 and hyphens (§5.1)' },
  'property-name': { test: isPropertyName, wanted: 'a property name of a-z, 0-9 and _ (§3.1)' },
};
