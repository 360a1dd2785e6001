/** Every route of the API, for the test that plays them all against worlds with hidden changes. */
import type { Operation } from '@entente/contract/operation';
import { operations } from '@entente/contract/operations';

export interface ApiRoute {
  /** Name of the operation, and of the client's method. */
  name: string;
  method: string;
  /** Under the base path; parameters are written `{name}`. */
  path: string;
  /** Routes without member data owe equality of bytes only. */
  kind: Operation['kind'];
}

const described: ApiRoute[] = Object.entries<Operation>(operations).map(([name, { method, path, kind }]) => ({
  name,
  method,
  path: `/api/v1${path}`,
  kind,
}));

/** All operations, and the pages that describe them. */
export const routes: readonly ApiRoute[] = [
  ...described,
  ...['/api/docs', '/api/docs/json', '/api/docs/yaml'].map((path) => ({
    name: path,
    method: 'GET',
    path,
    kind: 'no-member-data' as const,
  })),
];
