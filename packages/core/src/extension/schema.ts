import type { Json, JsonObject } from '../stix/types.ts';
import { forms, type RecordShape, type Shape } from './shape.ts';

/** The JSON Schema (draft 2020-12) of a shape, without its head. */
export function schemaOf(shape: Shape): JsonObject {
  switch (shape.kind) {
    case 'text':
      return {
        description: shape.about,
        type: 'string',
        minLength: 1,
        maxLength: shape.longest,
        pattern: forms[shape.form],
      };
    case 'choice':
      return { description: shape.about, enum: [...shape.options] };
    case 'list':
      return { type: 'array', minItems: 1, maxItems: shape.longest, items: schemaOf(shape.item as Shape) };
    case 'record':
      return recordSchema(shape);
  }
}

/** The published schema of an extension: what stands under its id in `extensions`. */
export function contentSchema(id: string, title: string, shape: RecordShape): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:entente:${id}`,
    title,
    ...recordSchema(shape),
  };
}

function recordSchema(shape: RecordShape): JsonObject {
  const required = shape.required as Record<string, Shape>;
  const optional = shape.optional as Record<string, Shape>;
  const properties: JsonObject = {};
  for (const [key, field] of Object.entries({ ...required, ...optional })) properties[key] = schemaOf(field);
  const names: Json[] = Object.keys(required);
  return {
    description: shape.about,
    type: 'object',
    ...(names.length > 0 ? { required: names } : {}),
    minProperties: 1,
    properties,
    additionalProperties: false,
  };
}
