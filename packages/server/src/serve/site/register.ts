/**
 * The web interface: files that were built beforehand, and one page for the address of every screen. Nothing here
 * reads anything of a member: what a screen shows comes over the API.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import helmet from '@fastify/helmet';
import statics from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { screens } from '@entente/contract/screens';
import { Failure } from '@entente/core/failure';
import { answerProblem } from '../api/problem.ts';

export interface Site {
  /** Of the build: `index.html` and what it names. */
  folder: string;
  /** How the map draws borders on which states do not agree: the page says it to the map. */
  disputedBorders: 'dashed' | 'solid' | 'hidden';
}

/** Where the build leaves the interface. */
export const siteFolder = fileURLToPath(new URL('../../../../web/dist/', import.meta.url));

/**
 * Scripts, workers and everything that is asked for come from this host alone. Styles may stand in the page, as the
 * parts of the interface and the map place themselves by them; scripts may not.
 */
const policy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    manifestSrc: ["'self'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

const year = '365d';

const isForPeople = ({ method, headers: { accept } }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && accept?.includes('text/html') === true;

/**
 * Adds the interface under `<basePath>/`.
 * @throws the error of the file system where there is no `index.html`
 */
export async function registerSite(
  app: FastifyInstance,
  basePath: string,
  { folder, disputedBorders }: Site,
): Promise<void> {
  const built = await readFile(join(folder, 'index.html'), 'utf8');
  const page = built
    .replace('<base href="/" />', `<base href="${basePath}/" />`)
    .replace('borders" content="dashed"', `borders" content="${disputedBorders}"`);
  await app.register(
    async (site) => {
      await site.register(helmet, {
        contentSecurityPolicy: policy,
        referrerPolicy: { policy: 'no-referrer' },
      });
      const answer = (_request: unknown, reply: FastifyReply): FastifyReply =>
        reply.headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }).send(page);
      // Whoever follows a wrong address is told in words, by the page itself; programs are told as by the API.
      site.setNotFoundHandler((request, reply) =>
        isForPeople(request)
          ? answer(request, reply.code(404))
          : answerProblem(new Failure('not-found', 'There is no such resource.'), request, reply),
      );
      for (const path of ['/', ...screens.flatMap((screen) => [`/${screen}`, `/${screen}/*`])]) {
        site.get(path, answer);
      }
      await site.register(statics, {
        root: join(folder, 'assets'),
        prefix: '/assets/',
        // Their names hold a digest of what they hold.
        immutable: true,
        maxAge: year,
        index: false,
        decorateReply: false,
        preCompressed: true,
      });
      await site.register(statics, {
        root: folder,
        serve: false,
        decorateReply: true,
        index: false,
      });
      site.get('/mark.svg', (_request, reply) => reply.sendFile('mark.svg'));
    },
    { prefix: basePath },
  );
}
