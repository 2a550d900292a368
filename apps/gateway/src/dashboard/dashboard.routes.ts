import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Addresses of pages: everything that is not a file or another service's. */
const OTHER = /^\/(graphql|images|upload|labels|session|health|metrics|assets)(\/|$|\?)/;

/** The built dashboard. Its pages have addresses of their own, which all show the one document. */
export async function dashboardRoutes(server: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      cacheControl: false,
      // What the build compressed is sent as it is; only the files themselves have addresses.
      preCompressed: true,
      globIgnore: ['**/*.br', '**/*.gz'],
      setHeaders: (reply, path) => {
        const isHashed = relative(folder, path).startsWith(`assets${sep}`);
        void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  const page = (request: FastifyRequest, reply: FastifyReply) => {
    if (OTHER.test(request.url) || !(request.headers.accept ?? '').includes('text/html')) {
      return reply
        .status(404)
        .send({ error: { code: 'NOT_FOUND', message: 'There is nothing at this address.' } });
    }
    if (!isBuilt)
      return reply
        .type('text/plain')
        .send('The dashboard is not built. Start Kindred with ./kindred, which builds it.\n');
    return reply.sendFile('index.html');
  };
  server.get('/', page);
  server.get('/*', page);
}
