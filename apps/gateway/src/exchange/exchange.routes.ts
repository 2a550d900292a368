import { Readable } from 'node:stream';
import { KindredError, toKindredError } from '@kindred/domain';
import { exportStatements, writeStatements } from '@kindred/label-exchange';
import type { Ports } from '@kindred/platform';
import type { FastifyInstance } from 'fastify';
import { errorBody, statusOf } from '../http/http-error';
import type { LabelExchange } from './label-exchange';
import type { UploadFolder } from './upload-folder';

export interface ExchangeRoutesOptions {
  readonly exchange: LabelExchange;
  readonly uploads: UploadFolder;
  readonly version: string;
}

const LONGEST_NAME = 200;

/**
 * `GET /labels/export` gives everything that humans said as JSON Lines, as it is read: a broken connection is the only
 * sign of an error after the first byte. `POST /labels/import?name=said.jsonl` takes in such a file, which is its body:
 * once all of it has come the job is answered that takes it in; of one that breaks off nothing is taken in.
 */
export function exchangeRoutes(
  server: FastifyInstance,
  ports: Ports,
  { exchange, uploads, version }: ExchangeRoutesOptions,
): void {
  server.get('/labels/export', { exposeHeadRoute: false }, (_request, reply) => {
    const exportedAt = ports.clock.now();
    const pieces = writeStatements(exportStatements(ports), { exportedAt, program: `Kindred ${version}` });
    return reply
      .headers({
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': `attachment; filename="kindred-${exportedAt.slice(0, 10)}.jsonl"`,
        'cache-control': 'no-store',
      })
      .send(Readable.from(pieces));
  });

  server.post<{ Querystring: { name?: unknown } }>('/labels/import', async (request, reply) => {
    try {
      const name = nameOf(request.query.name);
      const job = await exchange.importFile(await uploads.receive(request.raw), name);
      return await reply.status(202).send({ job: job.id });
    } catch (error) {
      const known = toKindredError(error);
      if (known.code === 'INTERNAL') ports.logger.error({ err: error }, 'import.failed');
      // What was not read of the body would be taken for the next request.
      if (!request.raw.complete) void reply.header('connection', 'close');
      return reply.status(statusOf(known)).send(errorBody(known));
    }
  });
}

/** What to call the file, for people. @throws KindredError `ARGUMENT_INVALID`. */
function nameOf(given: unknown): string {
  if (given === undefined) return 'A file';
  if (typeof given === 'string' && given !== '' && given.length <= LONGEST_NAME && !/\p{Cc}/u.test(given))
    return given;
  throw new KindredError('ARGUMENT_INVALID', 'This is not a file name.', {
    hint: `Use at most ${LONGEST_NAME} characters.`,
  });
}
