/** Bodies of requests, parsed and as written: what a member puts in is kept as it wrote it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { objectSlices } from '@entente/core/stix/slices';

declare module 'fastify' {
  interface FastifyRequest {
    /** The JSON text of the body. */
    bodyText: string;
  }
}

/** Has the routes of this instance keep the text of JSON bodies. */
export function keepText(api: FastifyInstance): void {
  const parse = api.getDefaultJsonParser('error', 'error');
  api.decorateRequest('bodyText', '');
  api.removeContentTypeParser('application/json');
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.bodyText = String(body);
    void parse(request, String(body), done);
  });
}

/** The elements of a list in the body, as written, in their order. */
export const elementTexts = ({ bodyText }: FastifyRequest, property: string): string[] =>
  objectSlices(bodyText, property).map(({ text }) => text);
