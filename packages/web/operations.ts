/**
 * Gives the page the operations of the contract as a plain table: which names go into path, query and body. The
 * client needs no more of them, and the schemas would be a fifth of all that is loaded first.
 */
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

interface Shaped {
  shape?: object;
}
type Operation = Readonly<Record<string, unknown>> & { query?: Shaped; body?: Shaped; answer?: unknown };

const module = /\/contract\/(?:dist|src)\/operations\.[jt]s$/;

export function operations(): Plugin {
  return {
    name: 'entente:operations',
    apply: 'build',
    async load(id) {
      if (!module.test(id)) return undefined;
      const found = (await import(pathToFileURL(id).href)) as { operations: Record<string, Operation> };
      const table = Object.fromEntries(
        Object.entries(found.operations).map(([name, one]) => [name, plain(one)]),
      );
      return `export const operations = ${JSON.stringify(table)};`;
    },
  };
}

const plain = ({ method, path, query, body, answer, upload }: Operation) => ({
  method,
  path,
  ...(upload === undefined ? {} : { upload }),
  ...(query === undefined ? {} : { query: named(query) }),
  ...(body === undefined ? {} : { body: named(body) }),
  ...(answer === undefined ? {} : { answer: true }),
});

const named = ({ shape = {} }: Shaped) => ({
  shape: Object.fromEntries(Object.keys(shape).map((name) => [name, true])),
});
