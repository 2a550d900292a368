import type { Ports } from '@kindred/platform';
import { toKindredError } from '@kindred/domain';
import type { FastifyInstance } from 'fastify';

/** Whether the process lives, whether it can work, and what it counts. */
export function healthRoutes(server: FastifyInstance, { bus, photos, metrics }: Ports): void {
  server.get('/health/live', () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const checks = { bus: () => bus.ping(), store: () => photos.failureCount() };
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await check();
          return [name, 'ready'] as const;
        } catch (error) {
          return [name, toKindredError(error).code] as const;
        }
      }),
    );
    const ready = results.every(([, state]) => state === 'ready');
    return reply
      .status(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(results) });
  });
  server.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
