/** Imports: the body of the request is the file. */
import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { importOperations } from '@entente/contract/import';
import { label as labelShape } from '@entente/contract/label';
import { Failure } from '@entente/core/failure';
import type { LabelParts } from '@entente/core/label/label';
import type { Ports } from '../../ports.ts';
import { credentialsOf, standing } from '../../standing.ts';
import { route } from '../route.ts';
import { partsOf } from './label-parts.ts';

/** In an instance of its own, because here a body of any type is passed on as it comes. */
export function importRoutes(api: FastifyInstance, ports: Ports): void {
  const { imports, maxContentLength } = ports;
  void api.register((files, _options, done) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    route(files, importOperations.importFile, async ({ caller, query, request }) => {
      const { name, format, label, strict, dryRun } = query;
      return imports.bringIn(caller, {
        source:
          strict === 'true' ? await whole(fileOf(request.body), maxContentLength) : fileOf(request.body),
        name,
        format,
        chosen: label === undefined ? undefined : labelOf(label),
        strict: strict === 'true',
        dryRun: dryRun === 'true',
        mayGoOn: async () =>
          (await standing(ports, credentialsOf(request), caller, importOperations.importFile.scope)) !==
          undefined,
      });
    });
    done();
  });
}

function fileOf(body: unknown): Readable {
  if (body === undefined || body === null) throw new Failure('invalid', 'Send the file as the body.');
  return body as Readable;
}

/**
 * The whole file, read before anything is put in: an import that is whole or nothing is one step of the cell,
 * and a slow sender must not hold up everybody's.
 */
async function whole(file: Readable, most: number): Promise<Readable> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of file as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > most) throw new Failure('too-large', `A strict import holds at most ${most} bytes.`);
    pieces.push(piece);
  }
  return Readable.from(pieces);
}

function labelOf(text: string): LabelParts {
  try {
    return partsOf(labelShape.parse(JSON.parse(text)));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('invalid', 'label: must be a label, written as JSON.', error);
  }
}
