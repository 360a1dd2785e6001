import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from './types.ts';
import { validateObject } from './validate.ts';

const uuid = '7a0f5e4e-6a52-4c1e-9d0f-3b6f0c5a9e11';
const time = '2026-01-31T08:00:00.000Z';
const definition = `extension-definition--${uuid}`;
const of = (type: string, properties: JsonObject): JsonObject => ({
  type,
  id: `${type}--${uuid}`,
  ...properties,
});
const versioned = (type: string, properties: JsonObject): JsonObject =>
  of(type, { spec_version: '2.1', created: time, modified: time, ...properties });
const extended = (type: string, extension: string, value: Json): JsonObject => {
  const own: Record<string, JsonObject> = {
    file: { name: 'a' },
    process: { pid: 1 },
    'user-account': { user_id: '1' },
    'network-traffic': { src_ref: `ipv4-addr--${uuid}`, protocols: ['tcp'] },
  };
  return of(type, { ...own[type], extensions: { [extension]: value } });
};
const pathsOf = (value: Json) => validateObject(value).errors.map(({ path }) => path);

describe('a predefined extension', () => {
  it.each<[string, string, JsonObject]>([
    ['file', 'ntfs-ext', { sid: '1' }],
    ['file', 'pdf-ext', { version: '1.7' }],
    ['file', 'raster-image-ext', { exif_tags: { Make: 'Nikon', XResolution: 4928 } }],
    ['file', 'windows-pebinary-ext', { pe_type: 'exe', imphash: 'a' }],
    [
      'file',
      'windows-pebinary-ext',
      { pe_type: 'exe', optional_header: { magic_hex: '010b' }, sections: [{ name: 'CODE', entropy: 0.1 }] },
    ],
    ['process', 'windows-process-ext', { startup_info: { cb: 68, lpDesktop: 'WinSta0' } }],
    ['process', 'windows-service-ext', { service_name: 'a' }],
    ['user-account', 'unix-account-ext', { shell: '/bin/sh' }],
    ['network-traffic', 'socket-ext', { address_family: 'AF_INET', options: { SO_RCVTIMEO: 1000 } }],
    ['network-traffic', 'icmp-ext', { icmp_type_hex: '08', icmp_code_hex: '00' }],
  ])('of a %s may be %s: %j', (type, extension, value) => {
    expect(pathsOf(extended(type, extension, value))).toEqual([]);
  });
  it.each<[string, string, JsonObject, string]>([
    ['file', 'ntfs-ext', { x_note: 'a' }, ''],
    ['file', 'ntfs-ext', { alternate_data_streams: [{ size: 1 }] }, '.alternate_data_streams[0].name'],
    ['file', 'pdf-ext', { x_note: 'a' }, ''],
    ['file', 'pdf-ext', { document_info_dict: { Title: 1 } }, '.document_info_dict.Title'],
    ['file', 'raster-image-ext', { x_note: 'a' }, ''],
    ['file', 'raster-image-ext', { exif_tags: { make: 'Nikon' } }, '.exif_tags.make'],
    ['file', 'raster-image-ext', { exif_tags: { Make: true } }, '.exif_tags.Make'],
    ['file', 'windows-pebinary-ext', { pe_type: 'exe' }, ''],
    [
      'file',
      'windows-pebinary-ext',
      { pe_type: 'exe', optional_header: { x_note: 'a' } },
      '.optional_header',
    ],
    ['file', 'archive-ext', { comment: 'a' }, '.contains_refs'],
    ['process', 'windows-process-ext', { x_note: 'a' }, ''],
    ['process', 'windows-process-ext', { startup_info: { title: 'a' } }, '.startup_info.title'],
    ['process', 'windows-process-ext', { integrity_level: 'none' }, '.integrity_level'],
    ['process', 'windows-service-ext', { x_note: 'a' }, ''],
    ['process', 'windows-service-ext', { start_type: 'AUTO' }, '.start_type'],
    ['user-account', 'unix-account-ext', { x_note: 'a' }, ''],
    ['user-account', 'unix-account-ext', { gid: '1' }, '.gid'],
    ['network-traffic', 'http-request-ext', { request_method: 'get' }, '.request_value'],
    ['network-traffic', 'socket-ext', { address_family: 'AF_UNIX' }, '.address_family'],
    ['network-traffic', 'socket-ext', { address_family: 'AF_INET', options: { SO_A: 'b' } }, '.options.SO_A'],
    ['network-traffic', 'icmp-ext', { icmp_type_hex: '08' }, '.icmp_code_hex'],
    ['network-traffic', 'tcp-ext', { src_flags_hex: '002' }, '.src_flags_hex'],
    ['network-traffic', 'tcp-ext', { x_note: 'a' }, ''],
  ])('of a %s is not %s: %j', (type, extension, value, path) => {
    expect(pathsOf(extended(type, extension, value))).toEqual([`extensions.${extension}${path}`]);
  });
});

describe('a cyber-observable object', () => {
  it.each<[string, JsonObject, string]>([
    ['domain-name', { value: 'https://example.org' }, 'value'],
    ['url', { value: 'https://example.org/a[1]' }, 'value'],
    ['software', { name: 'a', cpe: 'cpe:2.3:a:exam*ple:a:1:*:*:*:*:*:*:*' }, 'cpe'],
    ['directory', { path: '/', path_enc: 'a' }, 'path_enc'],
    ['file', { hashes: { SSDEEP: 'a b' } }, 'hashes.SSDEEP'],
    ['file', { hashes: { TLSH: 'a'.repeat(69) } }, 'hashes.TLSH'],
    ['x509-certificate', { x509_v3_extensions: { x_note: 'a' } }, 'x509_v3_extensions'],
    ['mutex', { name: 'a', lang: 'foo' }, 'lang'],
    ['mutex', { name: 'a', created_by_ref: null }, 'created_by_ref'],
  ])('of type %s is not %j', (type, properties, path) => {
    expect(pathsOf(of(type, properties))).toContain(path);
  });
  it('has digests of the known algorithms in their form', () => {
    const digests = {
      SSDEEP: '96:s4Ud/Lj9+tHHl:sF1LjEtHHlZ',
      TLSH: `T1${'0a'.repeat(35)}`,
    };
    expect(pathsOf(of('file', { hashes: digests }))).toEqual([]);
    expect(pathsOf(of('file', { hashes: { TLSH: 'G'.repeat(70) } }))).toEqual([]);
  });
  it('may have header fields of one value without a list, with a warning, and numbers in ipfix', () => {
    const message = of('email-message', {
      is_multipart: false,
      additional_header_fields: { 'X-Mailer': 'Mutt', 'X-List': ['a', 'b'] },
    });
    const { errors, warnings } = validateObject(message);
    expect(errors).toEqual([]);
    expect(warnings.map(({ path }) => path)).toContain('additional_header_fields.X-Mailer');
    const traffic = (value: Json) =>
      of('network-traffic', { src_ref: `ipv4-addr--${uuid}`, protocols: ['tcp'], ipfix: { octets: value } });
    expect(pathsOf(traffic(35))).toEqual([]);
    expect(pathsOf(traffic('35'))).toEqual([]);
    expect(pathsOf(traffic([35]))).toEqual(['ipfix.octets']);
  });
});

describe('the names of custom properties', () => {
  const reserved = ['severity', 'action', 'username', 'phone_numbers'];
  it.each(reserved)('are not %s in an object, and may be in an extension or in what it holds', (name) => {
    expect(pathsOf(of('mutex', { name: 'a', [name]: 'b' }))).toEqual([name]);
    expect(pathsOf(versioned('x-flight', { [name]: 'b' }))).toEqual([name]);
    const phase = { kill_chain_name: 'a', phase_name: 'b', [name]: 'c' };
    expect(pathsOf(versioned('attack-pattern', { name: 'a', kill_chain_phases: [phase] }))).toEqual([]);
    const extensions = { [definition]: { extension_type: 'property-extension', [name]: 'b' } };
    expect(pathsOf(of('mutex', { name: 'a', extensions }))).toEqual([]);
  });
  it('that end with _bin and _hex promise a form in an object and its extensions', () => {
    const broken = { x_a_bin: 'a b', x_a_hex: 'abc' };
    expect(pathsOf(of('mutex', { name: 'a', ...broken }))).toEqual(['x_a_bin', 'x_a_hex']);
    expect(pathsOf(extended('file', 'ntfs-ext', { sid: '1', ...broken }))).toEqual([
      'extensions.ntfs-ext.x_a_bin',
      'extensions.ntfs-ext.x_a_hex',
    ]);
    expect(pathsOf(of('windows-registry-key', { values: [{ name: 'a', ...broken }] }))).toEqual([]);
  });
});

describe('an object of a custom type without an extension', () => {
  it('is a cyber-observable object where it has no version', () => {
    expect(pathsOf(of('x-cell', { note: 'a' }))).toEqual([]);
  });
  it('is a domain object where it has one', () => {
    expect(pathsOf(of('x-cell', { created: time }))).toEqual(['spec_version', 'modified']);
    expect(pathsOf(versioned('x-cell', { note: 'a' }))).toEqual([]);
  });
  it('is what its extension says', () => {
    const extensions = (type: string) => ({ [definition]: { extension_type: type } });
    expect(pathsOf(of('x-cell', { extensions: extensions('new-sco') }))).toEqual([]);
    expect(pathsOf(of('x-cell', { extensions: extensions('new-sdo') }))).toContain('created');
    expect(pathsOf(of('x-cell', { extensions: extensions('new-sro') }))).toContain('created');
  });
});

describe('hashes of external references', () => {
  const reference = (hashes: JsonObject): JsonObject =>
    versioned('identity', {
      name: 'a',
      external_references: [{ source_name: 'a', url: 'https://example.org/', hashes }],
    });
  it('are of the algorithms of the vocabulary, as the OASIS validator has it', () => {
    expect(pathsOf(reference({ 'SHA-256': 'a'.repeat(64) }))).toEqual([]);
    expect(pathsOf(reference({ 'SHA-224': 'a'.repeat(56) }))).toEqual([
      'external_references[0].hashes.SHA-224',
    ]);
  });
});

describe('a text of a megabyte', () => {
  const long = (text: string): string => text.repeat(1_000_000 / text.length);
  const cases: [string, JsonObject][] = [
    ['email-addr', { value: `${long('a.')}@example.org` }],
    ['email-addr', { value: long('"a@') }],
    ['url', { value: `http://${long('@:')}` }],
    ['url', { value: `http://[${long(':')}` }],
    ['domain-name', { value: long('a.') }],
    ['software', { name: 'a', cpe: `cpe:2.3:a:${long('?a')}:*` }],
    ['ipv6-addr', { value: long('1:') }],
    ['artifact', { payload_bin: long('AAA=') }],
    ['file', { name: 'a', mime_type: `text/${long('a/')}`, hashes: { SSDEEP: long('3:a') } }],
    ['windows-registry-key', { key: long('HKLM\\') }],
    ['mutex', { name: 'a', lang: long('en-') }],
    ['mutex', { name: 'a', granular_markings: [{ lang: 'en', selectors: [long('name.')] }] }],
  ];
  it.each(cases)('is judged in a moment: %s', (type, properties) => {
    const start = performance.now();
    expect(validateObject(of(type, properties)).errors.every(({ message }) => message.length < 400)).toBe(
      true,
    );
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
