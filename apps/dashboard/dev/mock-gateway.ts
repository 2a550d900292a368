import { readFileSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buildSchema, graphql, parse, subscribe, validate } from 'graphql';
import { makeServer } from 'graphql-ws';
import { type Connect, type Plugin } from 'vite';
import { WebSocketServer } from 'ws';
import { MockImages, type Image } from './mock-images.ts';
import { MockLibrary } from './mock-library.ts';
import { mockResolvers } from './mock-resolvers.ts';

const schemaPath = new URL('../../../libs/contracts/src/graphql/schema.graphql', import.meta.url);

/** The policy under which the gateway serves the dashboard; previews of the built files must work under it too. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; connect-src 'self' ws:";

/** Events for subscribers, each with a queue of its own. */
class Topic {
  private readonly listeners = new Set<(value: unknown) => void>();

  publish(value: unknown): void {
    for (const listener of this.listeners) listener(value);
  }

  async *listen(): AsyncGenerator<unknown> {
    const queue: unknown[] = [];
    let wake: (() => void) | null = null;
    const listener = (value: unknown) => {
      queue.push(value);
      wake?.();
    };
    this.listeners.add(listener);
    try {
      for (;;) {
        while (queue.length > 0) yield queue.shift();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      this.listeners.delete(listener);
    }
  }
}

/**
 * Answers as the gateway does, over a seeded library in memory: `vite --mode mock` needs no other service.
 * `KINDRED_MOCK_SCALE` multiplies the library, `KINDRED_MOCK_PORTRAITS` names a folder with one subfolder of JPEG
 * portraits a person, `KINDRED_MOCK_DELAY` delays every answer by that many milliseconds.
 */
export function mockGateway(): Plugin {
  const scale = Number(process.env.KINDRED_MOCK_SCALE ?? 1);
  const delay = Number(process.env.KINDRED_MOCK_DELAY ?? 0);
  const library = new MockLibrary(scale);
  const images = new MockImages(library, process.env.KINDRED_MOCK_PORTRAITS);
  const topics = { jobChanged: new Topic(), statsChanged: new Topic(), facesChanged: new Topic() };
  const schema = buildSchema(readFileSync(schemaPath, 'utf8'));
  const resolvers = mockResolvers(library, (field, value) => topics[field].publish({ [field]: value }));
  const rootValue = {
    ...resolvers,
    jobChanged: () => topics.jobChanged.listen(),
    statsChanged: () => topics.statsChanged.listen(),
    facesChanged: () => topics.facesChanged.listen(),
  };
  // The listener yields `{ field: value }`, which is then the root of each event.
  const live = makeServer({
    schema,
    roots: { subscription: rootValue },
    // Node may load another copy of GraphQL for the server than for us, which would not know our schema.
    validate,
    subscribe: (args) => subscribe({ ...args, rootValue }),
  });

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      query: string;
      variables: Record<string, unknown>;
    };
    parse(query);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const result = await graphql({ schema, source: query, rootValue: resolvers, variableValues: variables });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(result));
  };

  const middleware: Connect.NextHandleFunction = (request, response, next) => {
    const path = (request.url ?? '').split('?')[0]!;
    if (path === '/graphql' && request.method === 'POST') {
      answer(request, response).catch(next);
      return;
    }
    if (path === '/search/face' && request.method === 'POST') {
      request.resume().once('end', () => {
        const faces = [3, 1].map((look, index) => ({
          box: { x: 0.08 + 0.52 * index, y: 0.2, width: 0.3, height: 0.4 },
          score: 0.99,
          quality: 0.8,
          vector: String(look),
        }));
        setTimeout(() => response.end(JSON.stringify({ width: 1200, height: 900, faces })), delay);
      });
      return;
    }
    const image = /^\/images\/(\w+)\/(\w+)$/.exec(path);
    if (!image) return next();
    const [, kind, id] = image as unknown as [string, string, string];
    const side = kind === 'thumbnails' ? 480 : 2048;
    send(response, kind === 'faces' ? images.face(id) : images.photo(id, side));
  };

  const attach = (middlewares: Connect.Server, server: Server | null) => {
    middlewares.use(middleware);
    const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'graphql-transport-ws' });
    server?.on('upgrade', (request, socket, head) => {
      if (request.url !== '/graphql') return;
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        const closed = live.opened(
          {
            protocol: webSocket.protocol,
            // Whoever left meanwhile misses nothing.
            send: (text) => new Promise((resolve) => webSocket.send(text, () => resolve())),
            close: (code, reason) => webSocket.close(code, reason),
            onMessage: (handle) => webSocket.on('message', (data) => void handle(String(data))),
          },
          {},
        );
        webSocket.once('close', (code, reason) => void closed(code, String(reason)));
      });
    });
  };

  return {
    name: 'kindred-mock-gateway',
    configureServer: (server) => attach(server.middlewares, server.httpServer as Server | null),
    configurePreviewServer: (server) => {
      server.middlewares.use((_request, response, next) => {
        response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
        next();
      });
      attach(server.middlewares, server.httpServer as Server);
    },
  };
}

function send(response: ServerResponse, image: Image | null): void {
  if (!image) {
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader('content-type', image.mediaType);
  response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  response.end(image.bytes);
}
