import { labelExtensionId, personExtensionId, reportTextExtensionId, tlp2Ids } from '@entente/contract/stix';
import { describe, expect, it } from 'vitest';
import type { StixObject } from '../../record/object.ts';
import { draftOf } from './draft-of.ts';
import { emptyDraft, lackingIn, newParagraph, randomUuid, reportOf, type Draft } from './draft.ts';
import { paragraphsOf } from './report-text.ts';

const member = { id: 'm1', identity: 'identity--8a2e3f1c-52a4-4b0e-9a51-0f4e9a3c7d11' };
const now = Date.UTC(2026, 0, 2);
const red = { any: [['member:m2']], handling: ['TLP:RED'] };
const draft: Draft = {
  ...emptyDraft('2026-01-01'),
  title: ' The mill ',
  language: 'en',
  subjects: ['identity'],
  objects: ['identity--3c1d9c52-7d0b-4c5e-8c39-6a2f6f0f9b22'],
  label: { any: [['community:c1']], handling: ['TLP:AMBER'] },
  paragraphs: [
    newParagraph('First.'),
    newParagraph('A source told us.', red),
    newParagraph('  '),
    newParagraph('Last.'),
    newParagraph('And more.', { ...red }),
  ],
};
const at = (index: number): string => `extensions.${reportTextExtensionId}.paragraphs.[${index}]`;
const write = (given: Draft = draft, before?: StixObject): StixObject =>
  reportOf(given, { before, member, now });
const labelIn = (object: StixObject): object =>
  (object['extensions'] as Record<string, object>)[labelExtensionId] as object;

describe('a draft as a report', () => {
  it('keeps a paragraph with a label of its own out of the description', () => {
    const report = write();
    expect(report).toMatchObject({
      type: 'report',
      name: 'The mill',
      lang: 'en',
      description: 'First.\n\nLast.',
      created: '2026-01-02T00:00:00.000Z',
      modified: '2026-01-02T00:00:00.000Z',
      published: '2026-01-01T00:00:00.000Z',
      created_by_ref: member.identity,
    });
    expect(paragraphsOf(report)).toEqual([
      { text: 'First.', codes: [] },
      { text: 'A source told us.', codes: ['TLP:RED'] },
      { text: 'Last.', codes: [] },
      { text: 'And more.', codes: ['TLP:RED'] },
    ]);
  });

  it('makes one portion of each label, with a marking that its readers are served', () => {
    const report = write();
    expect(labelIn(report)).toEqual({
      extension_type: 'property-extension',
      any: [['community:c1']],
      handling: ['TLP:AMBER'],
      portions: [{ selectors: [at(1), at(3)], ...red }],
    });
    expect(report['granular_markings']).toEqual([{ marking_ref: tlp2Ids.RED, selectors: [at(1), at(3)] }]);
  });

  it('has the extension also without text, so that its being there tells nothing', () => {
    const report = write({ ...draft, paragraphs: [newParagraph('')] });
    expect((report['extensions'] as Record<string, unknown>)[reportTextExtensionId]).toEqual({
      extension_type: 'property-extension',
    });
    expect(report['description']).toBeUndefined();
  });

  it('names the writer’s member where no audience is chosen, so that no default widens it', () => {
    const report = write({ ...draft, label: {}, paragraphs: [newParagraph('x', { handling: ['TLP:RED'] })] });
    expect(labelIn(report)).toMatchObject({
      any: [['member:m1']],
      portions: [{ any: [['member:m1']], handling: ['TLP:RED'] }],
    });
  });

  it('is written anew as a later version of the same object, with what is not written here', () => {
    const first = write();
    const other = { [personExtensionId]: { extension_type: 'property-extension', sex: 'male' } };
    const before = {
      ...first,
      modified: '2026-01-03T00:00:00.000Z',
      labels: ['kept'],
      object_marking_refs: [tlp2Ids.GREEN, 'marking-definition--11111111-0000-4000-8000-000000000000'],
      granular_markings: [{ marking_ref: tlp2Ids.RED, selectors: ['labels', at(1)] }],
      extensions: { ...(first['extensions'] as object), ...other },
    };
    const again = write(
      { ...draft, paragraphs: [newParagraph('Only.')], language: '', subjects: [] },
      before,
    );
    expect(again).toMatchObject({
      id: first.id,
      created: first['created'],
      modified: '2026-01-03T00:00:00.001Z',
      labels: ['kept'],
      object_marking_refs: ['marking-definition--11111111-0000-4000-8000-000000000000'],
      granular_markings: [{ marking_ref: tlp2Ids.RED, selectors: ['labels'] }],
      description: 'Only.',
      extensions: other,
    });
    expect(again).not.toHaveProperty('lang');
    expect(again).not.toHaveProperty('report_types');
  });

  it('lacks what STIX requires until it is there', () => {
    expect(lackingIn({ ...draft, title: ' ', published: '', objects: [] })).toEqual([
      'title',
      'published',
      'objects',
    ]);
    expect(lackingIn(draft)).toEqual([]);
  });

  it('gets an id at random', () => {
    expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(randomUuid()).not.toBe(randomUuid());
  });
});

describe('a report as a draft', () => {
  const parts = (given: Draft | undefined) => given?.paragraphs.map(({ text, label }) => ({ text, label }));

  it('has the paragraphs and labels that were written', () => {
    const read = draftOf(write());
    expect(parts(read)).toEqual([
      { text: 'First.', label: undefined },
      { text: 'A source told us.', label: red },
      { text: 'Last.', label: undefined },
      { text: 'And more.', label: red },
    ]);
    expect(read).toMatchObject({ title: 'The mill', label: draft.label, objects: draft.objects });
  });

  it('has the label of a whole description on each paragraph of it', () => {
    const report = {
      ...write(),
      description: 'One.\n\nTwo.',
      granular_markings: [],
      object_marking_refs: [tlp2Ids.GREEN],
      extensions: {
        [labelExtensionId]: { any: [['public']], portions: [{ selectors: ['description'], ...red }] },
      },
    };
    expect(parts(draftOf(report))).toEqual([
      { text: 'One.', label: red },
      { text: 'Two.', label: red },
    ]);
    expect(draftOf(report)?.label).toEqual({ any: [['public']], handling: ['TLP:GREEN'] });
  });

  it('is not made where marks would be lost', () => {
    const report = write();
    const withPortions = (...portions: object[]): StixObject => ({
      ...report,
      extensions: {
        ...(report['extensions'] as object),
        [labelExtensionId]: { ...labelIn(report), portions },
      },
    });
    expect(draftOf(withPortions({ selectors: ['name'], ...red }))).toBeUndefined();
    expect(draftOf(withPortions({ selectors: [at(1)], ...red }, { selectors: [at(1)] }))).toBeUndefined();
    expect(
      draftOf(withPortions({ selectors: [`extensions.${reportTextExtensionId}`], ...red })),
    ).toBeUndefined();
    expect(draftOf(withPortions())).toBeUndefined(); // its markings have no label
    expect(
      draftOf({ ...report, granular_markings: [{ lang: 'fr', selectors: ['description'] }] }),
    ).toBeUndefined();
  });
});
