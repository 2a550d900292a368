import cookie from '@fastify/cookie';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { type AccessControl, SESSION_COOKIE } from '../access/access-control';
import { isOpenRoute } from '../access/open-routes';
import { errorBody } from './http-error';

/** Bytes of a JSON body; uploads stream and have a limit of their own. */
const LARGEST_JSON = 2 * 2 ** 20;

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** The HTTP server of all services: access is decided and headers are set here, before any route. */
export function createHttpAdapter({ access }: { readonly access: AccessControl }): FastifyAdapter {
  const server = fastify({
    bodyLimit: LARGEST_JSON,
    // File names of uploads may be 255 bytes, three characters each when escaped.
    routerOptions: { maxParamLength: 800 },
    // A browser keeps its connections, and a live view never ends by itself.
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      const failure = { code: 'ARGUMENT_INVALID', message: 'This is no address.', hint: undefined } as const;
      void reply.status(400).send(errorBody(failure));
    },
  });
  acceptBodies(server);
  void server.register(cookie);
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    const refusal = access.refusal(request);
    if (refusal !== null) {
      const message =
        refusal === 'foreign-host'
          ? 'Kindred is not reached by this name.'
          : 'Requests from pages of other sites are refused.';
      const hint = 'Add the name to allowedHosts when it is yours.';
      return reply.status(403).send(errorBody({ code: 'UNAUTHENTICATED', message, hint }));
    }
    if (
      isOpenRoute(request.method, request.routeOptions.url) ||
      access.isAuthorised(request, request.cookies[SESSION_COOKIE])
    )
      return;
    const failure = {
      code: 'UNAUTHENTICATED',
      message: 'Sign in first.',
      hint: 'The token is in access-token of the data folder.',
    } as const;
    return reply.status(401).send({
      ...errorBody(failure),
      errors: [{ message: failure.message, extensions: { code: failure.code, hint: failure.hint } }],
    });
  });
  return new FastifyAdapter(server as never);
}

/** JSON is parsed; every other body streams to its route. */
function acceptBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    server.getDefaultJsonParser('error', 'error'),
  );
  server.addContentTypeParser('*', (_request, _payload, done) => done(null));
}
