/** Whoever reads the code finds the pages that it cites, here and not elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`);

const pages = new Set(filesIn('docs').filter((path) => path.endsWith('.md')));
const comments = readdirSync(join(root, 'packages'))
  .flatMap((name) => filesIn(`packages/${name}/src`))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text: (text.match(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm) ?? []).join('\n') };
  });

it('cites no page that is not in the repository, by its path from the root', () => {
  const strange = comments.flatMap(({ path, text }) =>
    (text.match(/[\w/-]+\.md\b/g) ?? []).filter((page) => !pages.has(page)).map((page) => `${path}: ${page}`),
  );
  expect(strange).toEqual([]);
});

it('cites no decision that has no page', () => {
  const numbers = new Set([...pages].map((page) => /^docs\/adr\/(\d{4})/.exec(page)?.[1]));
  const strange = comments.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:ADR |docs\/adr\/)(\d+)/g)]
      .filter(([, number = '']) => !numbers.has(number.padStart(4, '0')))
      .map(([cited]) => `${path}: ${cited}`),
  );
  expect(strange).toEqual([]);
});
