/** OpenAPI 3.1 from the contract, and a page to read it that asks nothing of other hosts. */
import type { FastifyInstance } from 'fastify';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { Ports } from '../ports.ts';

/** Styles are set by the page itself; scripts come from files of this host alone. */
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self' data:`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const description =
  'Everything is answered from your own view. What is withheld from you and what does not exist are answered ' +
  'alike (404). Lists come in pages with sealed cursors; errors are problem details (RFC 9457).';

/** Adds `/docs`, and collects the routes that are registered after this. */
export async function describeApi(api: FastifyInstance, { name, basePath }: Ports): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: `${name}: API`, description, version: '1' },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'A token of your account.' },
          session: { type: 'apiKey', in: 'cookie', name: 'entente_session' },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  await api.register(swaggerUi, {
    routePrefix: '/docs',
    indexPrefix: `${basePath}/api`,
    staticCSP: policy,
    uiConfig: { validatorUrl: null, persistAuthorization: false, defaultModelsExpandDepth: 0 },
  });
}
