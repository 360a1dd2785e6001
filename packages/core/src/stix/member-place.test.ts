import { expect, test } from 'vitest';
import { memberPlace } from './member-place.ts';

const placed = (text: string): string | undefined => {
  const place = memberPlace(text, 'extensions', 'wanted');
  return place && text.slice(place.start, place.end);
};

test('a member of a member is found with all that its value holds', () => {
  expect(
    placed('{"a": [1, {"b": "}"}], "extensions" : {"x": {}, "wanted" : {"c": ["]", 2]} , "y": 1}, "z": 0}'),
  ).toBe('{"c": ["]", 2]}');
});

test('the same name elsewhere, or in a text, is not taken for it', () => {
  expect(
    placed('{"wanted": 1, "other": {"wanted": 2}, "text": "\\"extensions\\":{\\"wanted\\":3}"}'),
  ).toBeUndefined();
  expect(placed('{"extensions": {"other": {"wanted": 1}}}')).toBeUndefined();
});

test('a name is found however it is written', () => {
  expect(placed('{"ext\\u0065nsions": {"w\\u0061nted": {}}}')).toBe('{}');
});
