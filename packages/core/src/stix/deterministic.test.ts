import { describe, expect, it } from 'vitest';
import { contributingProperties, deterministicId, uuidV5 } from './deterministic.ts';
import type { JsonObject } from './types.ts';

// Ids that the Python library of OASIS gives. (The ids printed in the examples of the specification were made
// before its canonical form was settled and do not follow from it.)
const vectors: [string, JsonObject][] = [
  ['ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4', { value: '198.51.100.3' }],
  ['domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7', { value: 'example.com' }],
  [
    'file--ced31cd4-bdcb-537d-aefa-92d291bfc11d',
    {
      name: 'example.exe',
      size: 68000,
      magic_number_hex: '50000000',
      hashes: { 'SHA-256': '841a8921140aba50671ebb0770fecc4ee308c4952cfeff8de154ab14eeef4649' },
      extensions: {
        'windows-pebinary-ext': {
          pe_type: 'exe',
          machine_hex: '014c',
          sections: [
            {
              name: '.data',
              size: 4096,
              entropy: 7.980693,
              hashes: { 'SHA-256': '6e3b6f3978e5cd96ba7abee35c24e867b7e64072e2ecb22d0ee7a6e6af6894d0' },
            },
          ],
        },
      },
    },
  ],
  [
    'windows-registry-key--36594eba-bcc7-5014-9835-0e154264e588',
    {
      values: [
        { name: 'Foo', data: 'qwerty' },
        { name: 'Bar', data: '42' },
      ],
    },
  ],
];

describe('deterministic ids', () => {
  it.each(vectors)('are those that other implementations give: %s', (id, properties) => {
    const type = id.slice(0, id.indexOf('--'));
    expect(deterministicId({ type, ...properties })).toBe(id);
  });
  it('take one hash only, in the order of preference of the specification', () => {
    const md5 = { MD5: 'b4d33b0c7306351b9ed96578465c5579' };
    const sha = { 'SHA-256': 'fe90a7e910cb3a4739bed9180e807e93fa70c90f25a8915476f5e4bfbac681db' };
    const both = deterministicId({ type: 'file', hashes: { ...sha, ...md5 } });
    expect(both).toBe(deterministicId({ type: 'file', hashes: md5 }));
    expect(both).not.toBe(deterministicId({ type: 'file', hashes: sha }));
  });
  it('take the first hash where none of the preferred is there', () => {
    const tlsh = { TLSH: 'a', SSDEEP: 'b' };
    expect(deterministicId({ type: 'file', hashes: tlsh })).toBe(
      deterministicId({ type: 'file', hashes: { TLSH: 'a' } }),
    );
  });
  it('ignore properties that do not contribute', () => {
    const plain = deterministicId({ type: 'url', value: 'https://a.example/' });
    expect(deterministicId({ type: 'url', value: 'https://a.example/', defanged: true })).toBe(plain);
  });
  it('do not exist for a process, an object without contributing properties, or a domain object', () => {
    expect(deterministicId({ type: 'process', pid: 1 })).toBeUndefined();
    expect(deterministicId({ type: 'user-account', display_name: 'x' })).toBeUndefined();
    expect(deterministicId({ type: 'identity', name: 'x' })).toBeUndefined();
    expect(contributingProperties('process')).toEqual([]);
    expect(contributingProperties('identity')).toBeUndefined();
  });
  it('are UUIDs of version 5 as in RFC 9562, appendix A.4', () => {
    expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });
});
