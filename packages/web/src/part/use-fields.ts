/** What stands in the fields of a form, and what a field of text is given to hold it. */
import { useState } from 'react';

type TextOf<Given> = { [Key in keyof Given]: Given[Key] extends string ? Key : never }[keyof Given];

interface Typed {
  currentTarget: { value: string };
}

export interface Fields<Given> {
  given: Given;
  set: (change: Partial<Given>) => void;
  /** Value and handler of the field of a text. */
  field: (key: TextOf<Given>) => { value: string; onChange: (event: Typed) => void };
}

export function useFields<Given extends object>(first: Given): Fields<Given> {
  const [given, setGiven] = useState(first);
  const set = (change: Partial<Given>): void => setGiven((before) => ({ ...before, ...change }));
  const field: Fields<Given>['field'] = (key) => ({
    value: given[key] as string,
    onChange: ({ currentTarget: { value } }) => setGiven((before) => ({ ...before, [key]: value })),
  });
  return { given, set, field };
}
