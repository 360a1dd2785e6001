import { describe, expect, it } from 'vitest';
import { isStixId, isValidIdentifier, typeOfId, uuidVersionOfId } from './identifier.ts';
import {
  tlp1Ids,
  tlp1Marking,
  tlp1Names,
  tlp2Ids,
  tlp2Marking,
  tlp2Names,
  tlpIds,
  tlpNameOfId,
} from './tlp.ts';

const uuid = '8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f';

describe('identifiers', () => {
  it('are a type, two hyphens and a UUID', () => {
    expect(isValidIdentifier(`attack-pattern--${uuid}`)).toBe(true);
    expect(isValidIdentifier(`x-a1--${uuid.toUpperCase()}`)).toBe(true);
    expect(typeOfId(`attack-pattern--${uuid}`)).toBe('attack-pattern');
    expect(uuidVersionOfId(`attack-pattern--${uuid}`)).toBe(4);
  });
  it.each([
    `${uuid}`,
    `--${uuid}`,
    `Tool--${uuid}`,
    `to_ol--${uuid}`,
    `tool-${uuid}`,
    `tool---${uuid}`,
    `1tool--${uuid}`,
    `tool--${uuid} `,
    `tool--${uuid.slice(1)}`,
    'tool--8e2e2d2b-17d4-0cbf-938f-98ee46b3cd3f',
    'tool--8e2e2d2b-17d4-6cbf-938f-98ee46b3cd3f',
    'tool--8e2e2d2b-17d4-4cbf-738f-98ee46b3cd3f',
    'tool--8e2e2d2b-17d4-4cbf-c38f-98ee46b3cd3f',
    'tool--8e2e2d2b-17d4-4cbg-938f-98ee46b3cd3f',
    'tool--8e2e2d2b17d44cbf938f98ee46b3cd3f',
  ])('of another form are not valid: %s', (text) => {
    expect(isValidIdentifier(text)).toBe(false);
  });
  it('that anybody could read as a reference count as ids, whatever the version of their UUID', () => {
    expect(isStixId('tool--8e2e2d2b-17d4-7cbf-738f-98ee46b3cd3f')).toBe(true);
    expect(isStixId(`x--${uuid}`)).toBe(true);
    expect(isStixId('no id')).toBe(false);
  });
});

describe('TLP marking-definitions', () => {
  it('have nine fixed ids', () => {
    expect(tlpIds.size).toBe(9);
    expect([...tlpIds].every(isValidIdentifier)).toBe(true);
  });
  it('carry their own id and name', () => {
    for (const name of tlp2Names) {
      expect(tlp2Marking(name)).toMatchObject({ id: tlp2Ids[name], name: `TLP:${name}` });
      expect(tlpNameOfId(tlp2Ids[name])).toBe(name);
    }
    for (const name of tlp1Names) expect(tlp1Marking(name).id).toBe(tlp1Ids[name]);
  });
  it('of TLP 1 map by name, WHITE to CLEAR', () => {
    expect(tlpNameOfId(tlp1Ids.WHITE)).toBe('CLEAR');
    expect(tlpNameOfId(tlp1Ids.AMBER)).toBe('AMBER');
    expect(tlpNameOfId('marking-definition--00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });
});
