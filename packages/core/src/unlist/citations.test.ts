import { describe, expect, it } from 'vitest';
import { relationships } from './citations.ts';
import type { UnEntry } from './entry.ts';
import { identityIdOf } from './stix.ts';

const edition = { generated: '2031-01-15T00:00:00.000Z' };

function person(dataId: string, reference: string, comments = ''): UnEntry {
  const fields = {
    DATAID: dataId,
    REFERENCE_NUMBER: reference,
    COMMENTS1: comments,
    LISTED_ON: '2030-01-02',
  };
  return {
    kind: 'individual',
    line: 1,
    fields: Object.entries(fields).map(([tag, text]) => ({ tag, text, children: [] })),
  };
}

/** What an entry with that comment cites, by reference number, and what stays unresolved. */
function cited(comments: string, ...others: UnEntry[]): { to: string[]; unresolved: string[] } {
  const { relationships: found, unresolved } = relationships(
    [person('1', 'QDi.901', comments), ...others],
    edition,
  );
  const byId = new Map(others.map((entry) => [identityIdOf(entry, edition), entry]));
  const to = found.map((relation) => byId.get(relation['target_ref'] as string)?.fields[1]?.text ?? '');
  return { to, unresolved: unresolved.map(({ citation }) => citation) };
}

describe('citations between entries', () => {
  const other = person('2', 'QDi.902');

  it.each(['QDi.902', 'QDi 902', 'QDi902', 'QDI.902', 'QDi.902.', 'QDi.\n902'])(
    'are found in the spelling %j',
    (citation) => {
      expect(cited(`Brother of someone (${citation}).`, other)).toEqual({ to: ['QDi.902'], unresolved: [] });
    },
  );

  it('are found whatever the spelling of the number that the cited entry bears', () => {
    for (const reference of ['QDi.902.', ' QDI.902 ', 'QDi902']) {
      expect(cited('Knows QDi.902.', person('2', reference)).to).toEqual([reference]);
    }
  });

  it('are found by a former number that the cited entry names or that says today’s', () => {
    expect(cited('Knows I.37.C.2.', person('2', 'IRi.002', 'X. [Old\nReference # I.37.C.2]')).to).toEqual([
      'IRi.002',
    ]);
    expect(cited('Knows QI.A.12.02.', person('2', 'QDi.012')).to).toEqual(['QDi.012']);
    expect(cited('Of the network (TE.H.12.12.) as of 2013.', person('2', 'TAe.012')).to).toEqual(['TAe.012']);
  });

  it('are reported where no entry of the edition bears the number, unless it is the entry’s own', () => {
    expect(cited('Knows QDi.999. [Old Reference # I.37.C.2]', other)).toEqual({
      to: [],
      unresolved: ['QDi.999'],
    });
    expect(cited('Also listed as QDi.901.', other)).toEqual({ to: [], unresolved: [] });
  });

  it('are not seen in other numbers', () => {
    expect(cited('Passport AB902, SSN 902-11, box XQDi.902, room QDi.9021, U.S.A. 5.', other)).toEqual({
      to: [],
      unresolved: [],
    });
  });

  it('become one relationship for each pair, with every sentence that cites', () => {
    const comment = 'Born 1 Jan. 1970. Brother of A (QDi.902). Left in Mar. 2020. Paid by QDi.902; Fled.';
    const { relationships: found } = relationships([person('1', 'QDi.901', comment), other], edition);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      relationship_type: 'related-to',
      description: 'Brother of A (QDi.902).\nPaid by QDi.902;',
      created: '2030-01-02T00:00:00.000Z',
    });
  });

  it('are read in time that grows with the text, not faster', () => {
    const comment = 'QDi.902 A. '.repeat(2_000);
    expect(relationships([person('1', 'QDi.901', comment), other], edition).relationships).toHaveLength(1);
  });
});
