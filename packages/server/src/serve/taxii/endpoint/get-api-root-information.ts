import type { Endpoint } from '../request/call.ts';
import { taxiiMediaType } from '../request/media-type.ts';

/** Get API Root Information (TAXII 2.1 §4.2). */
export const getApiRootInformation: Endpoint = async (_call, { name, maxContentLength }) => ({
  body: JSON.stringify({
    title: name,
    versions: [taxiiMediaType],
    max_content_length: maxContentLength,
  }),
});
