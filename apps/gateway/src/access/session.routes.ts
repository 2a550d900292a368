import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { errorBody } from '../http/http-error';
import { type AccessControl, SESSION_COOKIE, SESSION_SECONDS } from './access-control';

const credentials = z.object({ token: z.string().max(500) });

/** Wrong tokens that are answered before a pause, and how long it is in milliseconds. */
const MOST_FAILURES = 10;
const PAUSE = 60_000;

/** Signing in and out: a token is exchanged for a cookie that scripts cannot read. */
export function sessionRoutes(server: FastifyInstance, access: AccessControl): void {
  const failures = new Map<string, { count: number; since: number }>();

  server.post('/session', (request, reply) => {
    const known = failures.get(request.ip);
    const recent =
      known !== undefined && Date.now() - known.since < PAUSE ? known : { count: 0, since: Date.now() };
    if (recent.count >= MOST_FAILURES) {
      const failure = {
        code: 'UNAUTHENTICATED',
        message: 'Too many wrong tokens.',
        hint: 'Wait a minute.',
      } as const;
      return reply.status(429).send(errorBody(failure));
    }
    const body = credentials.safeParse(request.body);
    if (!body.success || !access.accepts(body.data.token)) {
      if (failures.size > 10_000) failures.clear();
      failures.set(request.ip, { ...recent, count: recent.count + 1 });
      const failure = {
        code: 'UNAUTHENTICATED',
        message: 'This is not the token.',
        hint: 'It is in access-token of the data folder.',
      } as const;
      return reply.status(401).send(errorBody(failure));
    }
    failures.delete(request.ip);
    return reply
      .setCookie(SESSION_COOKIE, access.newSession(), {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https',
        maxAge: SESSION_SECONDS,
      })
      .status(204)
      .send();
  });

  server.delete('/session', (_request, reply) =>
    reply.clearCookie(SESSION_COOKIE, { path: '/' }).status(204).send(),
  );
}
