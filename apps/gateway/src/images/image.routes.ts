import { posix } from 'node:path';
import {
  isFaceId,
  isPhotoId,
  KindredError,
  type MediaType,
  type Photo,
  toKindredError,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorBody, statusOf } from '../http/http-error';
import { byteRange } from './byte-range';
import { isKnown } from './entity-tag';
import { Renditions } from './renditions';

const IMMUTABLE = 'private, max-age=31536000, immutable';

/** What browsers are given as a picture; anything else could be a page that runs as ours, and is only downloaded. */
const SHOWN: Readonly<Record<MediaType, true>> = {
  'image/jpeg': true,
  'image/png': true,
  'image/webp': true,
  'image/avif': true,
  'image/tiff': true,
  'image/gif': true,
  'image/heic': true,
};

/** Crops of faces, renditions of photos and originals. What an address shows never changes, so browsers keep it. */
export function imageRoutes(server: FastifyInstance, ports: Ports): void {
  const renditions = new Renditions(ports);
  const answering =
    (
      work: (
        request: FastifyRequest<{ Params: Record<string, string> }>,
        reply: FastifyReply,
      ) => Promise<unknown>,
    ) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        return await work(request as never, reply);
      } catch (error) {
        const known = toKindredError(error);
        if (known.code === 'INTERNAL') ports.logger.error({ err: error }, 'image.failed');
        return reply.status(statusOf(known)).send(errorBody(known));
      }
    };

  server.get(
    '/images/faces/:id/:version',
    answering(async ({ params, headers }, reply) => {
      const face = isFaceId(params['id']) ? await ports.faces.get(params['id']) : null;
      if (face === null || posix.basename(face.cropKey) !== params['version']) throw missing('face');
      const etag = `"${params['version']}"`;
      if (isKnown(etag, headers['if-none-match'])) return unchanged(reply, etag);
      return send(reply, etag, 'image/webp', await ports.objects.get(face.cropKey));
    }),
  );

  for (const rendition of ['thumbnail', 'preview'] as const) {
    server.get(
      `/images/photos/:id/${rendition}.webp`,
      answering(async ({ params, headers }, reply) => {
        const photo = await photoOf(ports, params['id']);
        const etag = `"${photo.id}-${rendition}"`;
        if (isKnown(etag, headers['if-none-match'])) return unchanged(reply, etag);
        return send(reply, etag, 'image/webp', await renditions.get(photo, rendition));
      }),
    );
  }

  server.get(
    '/images/photos/:id/original',
    answering(async ({ params, headers }, reply) => {
      const photo = await photoOf(ports, params['id']);
      const etag = `"${photo.id}"`;
      if (isKnown(etag, headers['if-none-match'])) return unchanged(reply, etag);
      const bytes = await ports.originals.read(photo);
      const length = bytes.byteLength;
      void reply.header('accept-ranges', 'bytes');
      if (!(photo.mediaType in SHOWN)) void reply.header('content-disposition', 'attachment');
      const type = photo.mediaType in SHOWN ? photo.mediaType : 'application/octet-stream';
      // Whoever has part of something else wants all of this.
      const range = (headers['if-range'] ?? etag) === etag ? byteRange(headers.range, length) : null;
      if (range === null) return send(reply, etag, type, bytes);
      if (range === 'beyond') {
        void reply.status(416).header('content-range', `bytes */${length}`);
        return reply.send(errorBody(new KindredError('ARGUMENT_INVALID', `There are only ${length} bytes.`)));
      }
      void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${length}`);
      return send(reply, etag, type, bytes.subarray(range.start, range.end + 1));
    }),
  );
}

async function photoOf({ photos }: Ports, id: string): Promise<Photo> {
  const photo = isPhotoId(id) ? await photos.get(id) : null;
  if (photo === null) throw missing('photo');
  return photo;
}

function send(reply: FastifyReply, etag: string, type: string, body: Buffer): FastifyReply {
  return reply.headers({ etag, 'cache-control': IMMUTABLE, 'content-type': type }).send(body);
}

function unchanged(reply: FastifyReply, etag: string): FastifyReply {
  return reply.status(304).headers({ etag, 'cache-control': IMMUTABLE }).send();
}

const missing = (what: string) => new KindredError('NOT_FOUND', `There is no such ${what}.`);
