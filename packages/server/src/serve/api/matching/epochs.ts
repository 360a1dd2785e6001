/** Epochs of an agreement on hit/no-hit; the body of what is published is the set. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { largestSet, matchingOperations as operations } from '@entente/contract/matching';
import { Failure } from '@entente/core/failure';
import type { EpochRow } from '@entente/store/matching/types';
import type { Ports } from '../../ports.ts';
import { credentialsOf, standing } from '../../standing.ts';
import { route, stream } from '../route.ts';
import { timeText } from '../time.ts';

export function epochRoutes(api: FastifyInstance, ports: Ports): void {
  const { epochs } = ports.matching;
  route(api, operations.matchingEpoch, async ({ caller, params: { id } }) =>
    epochOf(await epochs.epoch(caller, id)),
  );
  stream(api, operations.matchingSet, async ({ caller, params: { id, number }, request, reply }) => {
    const mayGoOn = async (): Promise<boolean> =>
      (await standing(ports, credentialsOf(request), caller, operations.matchingSet.scope)) !== undefined;
    const set = await epochs.set(caller, id, number, mayGoOn);
    void reply
      .header('content-type', operations.matchingSet.media)
      .header('cache-control', 'private, no-store');
    return Readable.from(set);
  });
  publishing(api, ports);
}

/** In an instance of its own, because here a body of any type is passed on as it comes. */
function publishing(api: FastifyInstance, ports: Ports): void {
  const operation = operations.publishMatchingEpoch;
  void api.register((files, _options, done) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    route(files, operation, async ({ caller, params: { id }, query: { announcement }, request }) => {
      if (!(request.body instanceof Readable)) throw new Failure('invalid', 'Send the set as the body.');
      const mayGoOn = async (): Promise<boolean> =>
        (await standing(ports, credentialsOf(request), caller, operation.scope)) !== undefined;
      const publication = { announcement, set: request.body, most: largestSet, mayGoOn };
      return epochOf(await ports.matching.epochs.publish(caller, id, publication));
    });
    done();
  });
}

const epochOf = ({ number, announcement, bytes, at }: EpochRow) => ({
  number,
  announcement,
  bytes,
  published: timeText(at),
});
