/** What is wrong with what was filled in, place by place, before the cell is asked. */
import { organisationExtensionId, personExtensionId } from '@entente/contract/stix';
import { extensionIn, recordIn, recordsIn, textIn, textsIn, type StixObject } from './object.ts';
import { unknownObservable } from './writing.ts';
import { pathText, valueAt, type Path } from './path.ts';

export type Problem =
  | 'required'
  | 'observable'
  | 'date'
  | 'date-missing'
  | 'language'
  | 'place'
  | 'about'
  | 'coordinate'
  | 'order';

/** Place, as `pathText` writes it → what is wrong there. */
export type Problems = ReadonlyMap<string, Problem>;

const date = /^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$/;
const language = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$/;

export function problemsOf(object: StixObject): Problems {
  const problems = new Map<string, Problem>();
  const wrong = (path: Path, problem: Problem): void => {
    problems.set(pathText(path), problem);
  };
  const named = { identity: 'name', incident: 'name', note: 'content' } as const;
  const needed = (named as Readonly<Record<string, string>>)[object.type];
  if (needed !== undefined && isBlank(object[needed])) wrong([needed], 'required');
  if (object.type === unknownObservable)
    wrong(['value'], isBlank(object['value']) ? 'required' : 'observable');
  if (object.type === 'note' && textsIn(object, 'object_refs').length === 0) wrong(['object_refs'], 'about');
  if (object.type === 'location') checkLocation(object, wrong);
  for (const id of [personExtensionId, organisationExtensionId]) checkDetails(object, id, wrong);
  return problems;
}

type Wrong = (path: Path, problem: Problem) => void;

const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

/** A location has a region, a country or coordinates (STIX 2.1 §4.7). */
function checkLocation(object: StixObject, wrong: Wrong): void {
  const { latitude, longitude } = object;
  const hasPlace = !isBlank(object['region']) || !isBlank(object['country']);
  if (!hasPlace && (latitude === undefined || longitude === undefined)) wrong(['country'], 'place');
  const most = { latitude: 90, longitude: 180 };
  for (const key of ['latitude', 'longitude'] as const) {
    const [value, other] = [object[key], key === 'latitude' ? longitude : latitude];
    if (value === undefined && other === undefined) continue;
    if (typeof value !== 'number' || Math.abs(value) > most[key]) wrong([key], 'coordinate');
  }
}

function checkDetails(object: StixObject, id: string, wrong: Wrong): void {
  const details = extensionIn(object, id);
  const at = ['extensions', id];
  recordsIn(details, 'names').forEach((name, index) => {
    if (isBlank(name['full'])) wrong([...at, 'names', index, 'full'], 'required');
    const tag = textIn(name, 'language');
    if (tag !== undefined && !language.test(tag)) wrong([...at, 'names', index, 'language'], 'language');
  });
  const dates = [
    ...recordsIn(details, 'birth_dates').map((_, index) => ['birth_dates', index]),
    ...['founded', 'dissolved'].filter((key) => key in details).map((key) => [key]),
  ];
  for (const path of dates)
    checkDate(recordIn({ given: valueAt(details, path) }, 'given'), [...at, ...path], wrong);
}

/** A partial date says as much as its precision promises (docs/extensions/person.md). */
function checkDate(given: Readonly<Record<string, unknown>>, path: Path, wrong: Wrong): void {
  const precision = textIn(given, 'precision');
  for (const key of ['date', 'from', 'to']) {
    const value = textIn(given, key);
    if (value !== undefined && !date.test(value)) wrong([...path, key], 'date');
  }
  const [from, to] = [textIn(given, 'from'), textIn(given, 'to')];
  if (precision === 'between') {
    if (from === undefined && to === undefined) wrong([...path, 'from'], 'date-missing');
    if (from !== undefined && to !== undefined && from > to) wrong([...path, 'to'], 'order');
  } else if (precision === 'unknown') {
    if (textIn(given, 'text') === undefined) wrong([...path, 'text'], 'required');
  } else if (textIn(given, 'date') === undefined && !(precision === 'approximate' && from !== undefined)) {
    wrong([...path, 'date'], 'date-missing');
  }
  const length = { exact: 10, month: 7, year: 4 }[precision ?? ''];
  const value = textIn(given, 'date');
  if (length !== undefined && value !== undefined && date.test(value) && value.length !== length) {
    wrong([...path, 'date'], 'date');
  }
}
