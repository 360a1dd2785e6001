/**
 * A small language for the content of extensions. One table says what a content may be; from it come the
 * TypeScript type (`ContentOf`), the published JSON Schema (schema.ts) and the validation (check.ts).
 */

/** Text forms that a shape may name, each with the pattern that the published schema carries. */
export const forms = {
  text: '\\S',
  country: '^[A-Z]{2}$',
  language: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$',
  script: '^[A-Z][a-z]{3}$',
  timestamp: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$',
  date: '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$',
} as const;

export type Form = keyof typeof forms;

/** A text: not blank, of one form, and of at most 10,000 characters unless `longest` says otherwise. */
export interface TextShape {
  kind: 'text';
  form: Form;
  about: string;
  longest: number;
}

export interface ChoiceShape<Option extends string = string> {
  kind: 'choice';
  options: readonly Option[];
  about: string;
}

/** A list of one to `longest` items. */
export interface ListShape<Item = unknown> {
  kind: 'list';
  item: Item;
  longest: number;
}

/** An object that has every required field, may have the optional ones and has no others, nor is empty. */
export interface RecordShape<Required = unknown, Optional = unknown> {
  kind: 'record';
  required: Required;
  optional: Optional;
  about: string;
}

export type Shape = TextShape | ChoiceShape | ListShape | RecordShape;

/** The TypeScript type of what a shape accepts. */
export type ContentOf<S> = S extends TextShape
  ? string
  : S extends ChoiceShape<infer Option>
    ? Option
    : S extends ListShape<infer Item>
      ? ContentOf<Item>[]
      : S extends RecordShape<infer Required, infer Optional>
        ? { [Key in keyof Required]: ContentOf<Required[Key]> } & {
            [Key in keyof Optional]?: ContentOf<Optional[Key]>;
          }
        : never;

export const text = (about: string, form: Form = 'text', longest = 10_000): TextShape => ({
  kind: 'text',
  form,
  about,
  longest,
});

export const choice = <const Option extends string>(
  about: string,
  options: readonly Option[],
): ChoiceShape<Option> => ({ kind: 'choice', options, about });

export const list = <Item extends Shape>(item: Item, longest = 1_000): ListShape<Item> => ({
  kind: 'list',
  item,
  longest,
});

export const record = <Required extends Record<string, Shape>, Optional extends Record<string, Shape>>(
  about: string,
  required: Required,
  optional: Optional,
): RecordShape<Required, Optional> => ({ kind: 'record', required, optional, about });
