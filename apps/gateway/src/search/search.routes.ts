import type { IncomingMessage } from 'node:http';
import { type DescribedFace, type FaceAnalysis, KindredError, toKindredError } from '@kindred/domain';
import type { Logger } from '@kindred/platform';
import type { FastifyInstance } from 'fastify';
import { errorBody, statusOf } from '../http/http-error';
import { vectorToText } from './similar-faces.use-case';

export interface SearchOptions {
  readonly analysis: FaceAnalysis;
  /** Pictures with more bytes are refused, as uploads are. */
  readonly largestFileBytes: number;
  readonly logger: Logger;
}

/**
 * `POST /search/face` finds the faces of a picture that somebody wants to search by; its body is the picture. Each face
 * is answered with its place and its vector, with which `similarFaces` is asked. Nothing of the picture is kept.
 */
export function searchRoutes(
  server: FastifyInstance,
  { analysis, largestFileBytes, logger }: SearchOptions,
): void {
  server.post('/search/face', async (request, reply) => {
    try {
      const picture = await bodyOf(request.raw, largestFileBytes);
      const { width, height, faces } = await analysis.find(picture);
      return await reply
        .header('cache-control', 'no-store')
        .send({ width, height, faces: faces.map(answered) });
    } catch (error) {
      const known = toKindredError(error);
      if (known.code === 'INTERNAL') logger.error({ err: error }, 'search.failed');
      // What was not read of the body would be taken for the next request.
      if (!request.raw.complete) void reply.header('connection', 'close');
      return reply.status(statusOf(known)).send(errorBody(known));
    }
  });
}

const answered = ({ box, score, quality, embedding }: DescribedFace) => ({
  box,
  score,
  quality: quality.overall,
  vector: vectorToText(embedding),
});

/** @throws KindredError `FILE_TOO_LARGE`, as soon as that is known, or `FILE_EMPTY`. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let received = 0;
  try {
    // Whoever sends too much still hears why it was refused.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      received += (chunk as Buffer).byteLength;
      if (received > limit) throw tooLarge(limit);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    if (error instanceof KindredError) throw error;
    throw new KindredError('CANCELLED', 'The picture did not arrive whole.', { cause: error });
  }
  if (received > 0) return Buffer.concat(chunks);
  throw new KindredError('FILE_EMPTY', 'The picture has no bytes.', { hint: 'Choose another file.' });
}

const tooLarge = (limit: number) =>
  new KindredError('FILE_TOO_LARGE', `The picture has more than ${limit} bytes.`, {
    hint: 'Shrink it, or raise largestFileBytes.',
  });
