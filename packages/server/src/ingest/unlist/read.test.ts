import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnElement, UnEntry } from '@entente/core/unlist/entry';
import { openUnList, readUnList } from './read.ts';

const file = new URL('../../../../testkit/fixtures/unlist/edition-1.xml', import.meta.url);
const written = readFileSync(file);

/** The bytes in pieces of a size. */
async function* pieces(bytes: Uint8Array | string, size = 7): AsyncGenerator<Uint8Array> {
  const all = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

async function read(bytes: Uint8Array | string, size?: number): Promise<UnEntry[]> {
  const entries: UnEntry[] = [];
  for await (const entry of readUnList(pieces(bytes, size))) entries.push(entry);
  return entries;
}

const damages = [
  '',
  '<',
  '>',
  '&',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<!DOCTYPE',
  '"',
  '</ENTITY>',
  '<ENTITY>',
  '\u0000',
  '<?',
  '#text',
  '<__proto__/>',
];

const list = (inner: string): string =>
  `<CONSOLIDATED_LIST dateGenerated="2031-01-15T00:00:00Z">\n<INDIVIDUALS>\n${inner}\n</INDIVIDUALS>\n</CONSOLIDATED_LIST>`;
const person = (inner: string): string => list(`<INDIVIDUAL><DATAID>1</DATAID>${inner}</INDIVIDUAL>`);

describe('reading the Consolidated List', () => {
  it('gives the time of the edition in UTC, and as the list writes it', async () => {
    const { header } = await openUnList(pieces(written));
    expect(header).toEqual({
      generated: '2031-01-15T22:10:47.056Z',
      written: '2031-01-15T18:10:47.056-04:00',
    });
  });

  it('gives the same entries whatever the pieces in which the file comes', async () => {
    const whole = await read(written, written.length);
    expect(whole.map(({ kind }) => kind)).toEqual([
      'individual',
      'individual',
      'individual',
      'entity',
      'entity',
    ]);
    for (const size of [1, 2, 3, 64, 4096]) expect(await read(written, size)).toEqual(whole);
  });

  it('keeps texts as written, references of XML decoded, and the line of each entry', async () => {
    const [first, second] = await read(written);
    const name = (entry: UnEntry | undefined, tag: string): UnElement | undefined =>
      entry?.fields.find((field) => field.tag === tag);
    expect(first?.line).toBe(5);
    expect(name(first, 'FIRST_NAME')?.text).toBe(' ILYAS ');
    expect(name(second, 'COMMENTS1')?.text).toContain('Arms & fuel');
    const [odd] = await read(person('<NOTE>&#x41;&#66;<![CDATA[<&amp;>]]><!-- not this --></NOTE>'));
    expect(name(odd, 'NOTE')?.text).toBe('AB<&amp;>');
  });

  it('reads a list without entries, and one with a byte order mark', async () => {
    expect(await read('<CONSOLIDATED_LIST dateGenerated="2031-01-15T00:00:00Z"/>')).toEqual([]);
    expect(await read(`\ufeff${person('')}`)).toHaveLength(1);
  });

  it('says that a file is truncated, wherever it ends', async () => {
    const end = written.lastIndexOf('</CONSOLIDATED_LIST>');
    for (let at = 0; at < end + 20; at += 97) {
      await expect(read(written.subarray(0, at), 1000)).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringMatching(/truncated|UTF-8/),
      });
    }
  });

  it.each([
    ['<!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED_LIST/>', /Line 1 .*document type/],
    [person('<!ENTITY a "b">'), /Line 3 .*refused/],
    [person('<NOTE>&lol;</NOTE>'), /Line 3 .*&lol;/],
    [person('\n<NOTE>&#0;</NOTE>'), /Line 3 .*&#0;/],
    [person('\n<NOTE>a & b</NOTE>'), /Line 4 .*not well-formed/],
    [person('\n\n<NOTE><A></NOTE>'), /Line 5 .*not well-formed/],
    [person('\n<NOTE>a\u0000b</NOTE>'), /Line 4 .*control character/],
    [person('<A>'.repeat(40) + '</A>'.repeat(40)), /Line 3 .*deep/],
    [person('x'.repeat(2_000_000)), /Line 3 .*more than/],
    [list('loose text'), /Line 3 .*text outside/],
    [list('<PERSON></PERSON>'), /Line 3 .*<PERSON>/],
    [list('</ENTITIES>'), /Line 3 .*closes <ENTITIES>/],
    [`${person('')}\n<more/>`, /Line 6 .*<more>/],
    [`${person('')}\nmore`, /Line 6 .*text outside/],
    ['<rss/>', /Line 1 .*<rss>/],
    ['<?xml version="1.0" encoding="windows-1252"?>\n<CONSOLIDATED_LIST/>', /Line 1 .*windows-1252/],
    ['<CONSOLIDATED_LIST dateGenerated="yesterday"></CONSOLIDATED_LIST>', /dateGenerated/],
    ['<CONSOLIDATED_LIST dateGenerated="2031-01-15T00:00:00"></CONSOLIDATED_LIST>', /dateGenerated/],
  ])('refuses %.60j and names the line', async (text, message) => {
    await expect(read(text, 1000)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(message),
    });
  });

  it('either reads a damaged file whole or refuses it by name, and never fails in another way', async () => {
    const damage = fc.record({
      at: fc.nat(written.length - 1),
      cut: fc.nat(30),
      put: fc.constantFrom(...damages),
    });
    const run = async ({ at, cut, put }: { at: number; cut: number; put: string }): Promise<void> => {
      const damaged = Buffer.concat([written.subarray(0, at), Buffer.from(put), written.subarray(at + cut)]);
      try {
        await read(damaged, 333);
      } catch (error) {
        expect(error).toMatchObject({ name: 'Failure', code: 'invalid' });
      }
    };
    await fc.assert(fc.asyncProperty(damage, run), { numRuns: 300 });
  });

  it('refuses bytes that are not UTF-8 and names the line', async () => {
    const broken = Uint8Array.from(written);
    const at = written.indexOf('AL-MARWANI');
    broken[at] = 0xe9;
    const line = written.subarray(0, at).toString().split('\n').length;
    for (const size of [1, 100_000]) {
      await expect(read(broken, size)).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringContaining(`Line ${line} `),
      });
    }
  });
});

const data = process.env['ENTENTE_DATA'] ?? '../shared';
const editions = ['2015-03-16', '2020-11-30'].map((day) => join(data, 'data', `un-consolidated-${day}.xml`));

describe.skipIf(!editions.every(existsSync))('the published editions (ENTENTE_DATA)', () => {
  it('are read with every entry', async () => {
    const counts = [];
    for (const edition of editions) {
      const count = { individual: 0, entity: 0 };
      for await (const { kind } of readUnList(createReadStream(edition))) count[kind] += 1;
      counts.push(count);
    }
    expect(counts).toEqual([
      { individual: 620, entity: 423 },
      { individual: 713, entity: 305 },
    ]);
  });
});
