/** The catalogues: French has what English has, and every word is used somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const sources = join(here, '..');
const names = readdirSync(join(here, 'en'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''));

const load = async (language: string, name: string): Promise<Record<string, string>> =>
  ((await import(`./${language}/${name}.ts`)) as { default: Record<string, string> }).default;

const text = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('catalogue'))
  .map((file) => readFileSync(join(sources, file), 'utf8'))
  .join('\n');

/** Beginnings of keys that are put together, as in t(`type.${type}`). */
const beginnings = [...text.matchAll(/`([a-z-]+(?:\.[a-z-]+)*[.-])\$\{/g)].map(
  ([, beginning]) => beginning as string,
);

const plural = /_(?:one|many|other)$/;

test('There are as many files in French as in English', () => {
  expect(readdirSync(join(here, 'fr'))).toEqual(readdirSync(join(here, 'en')));
});

for (const name of names) {
  test(`“${name}”: French has the words of English, and the plural of millions where there are plurals`, async () => {
    const [english, french] = [await load('en', name), await load('fr', name)];
    const wanted = Object.keys(english).flatMap((key) =>
      key.endsWith('_one') ? [key, key.replace(/_one$/, '_many')] : [key],
    );
    expect(Object.keys(french).toSorted()).toEqual(wanted.toSorted());
    expect([...Object.values(english), ...Object.values(french)]).not.toContain('');
    const placesIn = (words: string): string[] =>
      [...words.matchAll(/\{\{(\w+)/g)].map(([, place]) => place as string).toSorted();
    const differing = Object.keys(french).filter(
      (key) =>
        !plural.test(key) && placesIn(french[key] ?? '').join() !== placesIn(english[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test(`“${name}”: every word is used`, async () => {
    const unused = Object.keys(await load('en', name)).filter((key) => {
      const stem = key.replace(plural, '');
      const isWhole = [`'${stem}'`, `"${stem}"`, `:${stem}'`].some((written) => text.includes(written));
      return !isWhole && !beginnings.some((beginning) => stem.startsWith(beginning));
    });
    expect(unused).toEqual([]);
  });
}
