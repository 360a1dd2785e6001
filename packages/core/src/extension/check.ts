import type { Finding, Json, JsonObject } from '../stix/types.ts';
import { forms, type Form, type ListShape, type RecordShape, type Shape, type TextShape } from './shape.ts';

const patterns = Object.fromEntries(
  Object.entries(forms).map(([form, pattern]) => [form, new RegExp(pattern, 'u')]),
) as Record<Form, RegExp>;

const wanted: Readonly<Record<Form, string>> = {
  text: 'text that is not blank',
  country: 'an ISO 3166-1 alpha-2 code, as FR',
  language: 'a BCP 47 language tag, as ar or sr-Latn',
  script: 'an ISO 15924 script code, as Arab',
  timestamp: 'a timestamp in UTC, as 2017-05-25T12:00:00Z',
  date: 'a date: YYYY, YYYY-MM or YYYY-MM-DD',
};

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Holds a value against a shape; each broken rule is one finding with its path. No finding: valid. */
export function checkShape(shape: Shape, value: Json | undefined, path: string): Finding[] {
  switch (shape.kind) {
    case 'text':
      return checkText(shape, value, path);
    case 'choice':
      return typeof value === 'string' && shape.options.includes(value)
        ? []
        : [{ path, message: `must be one of ${shape.options.join(', ')}` }];
    case 'list':
      return checkList(shape, value, path);
    case 'record':
      return checkRecord(shape, value, path);
  }
}

function checkText(shape: TextShape, value: Json | undefined, path: string): Finding[] {
  if (typeof value !== 'string' || !patterns[shape.form].test(value)) {
    return [{ path, message: `must be ${wanted[shape.form]}` }];
  }
  // JSON Schema counts characters, not UTF-16 units; counting is only needed near the limit.
  if (value.length > shape.longest && [...value].length > shape.longest) {
    return [{ path, message: `must have at most ${shape.longest} characters` }];
  }
  return [];
}

function checkList(shape: ListShape, value: Json | undefined, path: string): Finding[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > shape.longest) {
    return [{ path, message: `must be a list of 1 to ${shape.longest} items` }];
  }
  return value.flatMap((item, index) => checkShape(shape.item as Shape, item, `${path}[${index}]`));
}

function checkRecord(shape: RecordShape, value: Json | undefined, path: string): Finding[] {
  if (!isObject(value) || Object.keys(value).length === 0) {
    return [{ path, message: 'must be an object that is not empty' }];
  }
  const required = shape.required as Record<string, Shape>;
  const fields = { ...required, ...(shape.optional as Record<string, Shape>) };
  const missing = Object.keys(required)
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) => ({ path: at(path, key), message: 'is required' }));
  const present = Object.entries(value).flatMap(([key, item]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return field === undefined
      ? [{ path: at(path, key), message: `is not a field; the fields are ${Object.keys(fields).join(', ')}` }]
      : checkShape(field, item, at(path, key));
  });
  return [...missing, ...present];
}

const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
