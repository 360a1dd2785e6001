/** Whether the process lives, and whether it can serve; for proxies and supervisors, at the server's root. */
import type { FastifyInstance } from 'fastify';
import type { Database } from '@entente/store/database/open';

/** What a supervisor waits for the database at most, in milliseconds. */
const patience = 2000;

/** Whether the database answers in time. */
export async function isReady({ reader }: Pick<Database, 'reader'>): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience).unref());
  const answered = reader.query('select 1').then(
    () => true,
    () => false, // the pool's own listener logs why
  );
  return Promise.race([answered, late]);
}

/** Adds `/healthz` (the process answers) and `/readyz` (it can read its database, and is not stopping). */
export function healthRoutes(app: FastifyInstance, database: Database): void {
  app.get('/healthz', () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    if (await isReady(database)) return { status: 'ready' };
    return reply.code(503).send({ status: 'not ready' });
  });
}
