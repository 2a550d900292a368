import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { graphqlSchema, type api } from '@kindred/contracts';
import type { Ports } from '@kindred/platform';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, getOperationAST, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { type AccessControl, SESSION_COOKIE } from '../access/access-control';
import type { GatewaySettings } from '../settings';
import { createContext, type GraphContext } from './context';
import { formatError } from './format-error';
import { depthRule, refusal, refuseCostly } from './limits';

const PATH = '/graphql';
/** Tokens of a query; the dashboard's largest has a few hundred. */
const MOST_TOKENS = 5_000;
/** Subscriptions of one socket; the dashboard has three. */
const MOST_SUBSCRIPTIONS = 50;

/** The schema with its resolvers. */
export function executableSchema(resolvers: api.Resolvers<GraphContext>): GraphQLSchema {
  return makeExecutableSchema<GraphContext>({ typeDefs: graphqlSchema, resolvers: resolvers as never });
}

/** GraphQL over HTTP and, for subscriptions only, over WebSocket, both at `/graphql`. */
export class GraphqlServer {
  private readonly apollo: ApolloServer<GraphContext>;
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 });
  private endLiveViews: (() => void | Promise<void>) | null = null;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ports: Ports,
    private readonly settings: GatewaySettings,
    private readonly access: AccessControl,
  ) {
    this.apollo = new ApolloServer<GraphContext>({
      schema,
      introspection: true,
      csrfPrevention: true,
      includeStacktraceInErrorResponses: false,
      allowBatchedHttpRequests: false,
      stopOnTerminationSignals: false,
      parseOptions: { maxTokens: MOST_TOKENS },
      validationRules: [depthRule(settings)],
      formatError: (formatted, error) => formatError(formatted, error, ports.logger),
      plugins: [
        {
          requestDidStart: async () => ({
            didResolveOperation: async ({ request, document, operation }) => {
              if (operation?.operation === 'subscription') {
                throw refusal(
                  'Subscriptions are answered over WebSocket only.',
                  'Use the graphql-ws protocol.',
                );
              }
              refuseCostly(schema, document, request.variables, settings);
            },
          }),
          serverWillStart: async () => ({ renderLandingPage: async () => ({ html: LANDING_PAGE }) }),
        },
      ],
    });
  }

  async start(server: FastifyInstance): Promise<void> {
    await this.apollo.start();
    const handler = fastifyApolloHandler(this.apollo, { context: async () => createContext(this.ports) });
    server.route({ method: ['GET', 'POST'], url: PATH, handler: handler as never });
    const live = useServer<Record<string, unknown>, { request: IncomingMessage }>(
      {
        context: () => createContext(this.ports),
        onSubscribe: ({ subscriptions }, _id, payload) =>
          Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS
            ? [
                refusal(
                  `At most ${MOST_SUBSCRIPTIONS} subscriptions are answered at once.`,
                  'End some of them.',
                ),
              ]
            : this.checkSubscription(payload),
      },
      this.sockets,
    );
    this.endLiveViews = () => live.dispose();
    server.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  async stop(): Promise<void> {
    for (const client of this.sockets.clients) client.close(CloseCode.InternalServerError, 'Kindred stops');
    await this.endLiveViews?.();
    await this.apollo.stop();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const cookie = sessionOf(request.headers.cookie);
    const asked = { method: request.method ?? 'GET', headers: request.headers };
    const isHere = (request.url ?? '').split('?', 1)[0] === PATH;
    if (!isHere) return refuse(socket, '404 Not Found');
    if (this.access.refusal(asked) !== null) return refuse(socket, '403 Forbidden');
    if (!this.access.isAuthorised(asked, cookie)) return refuse(socket, '401 Unauthorized');
    this.sockets.handleUpgrade(request, socket, head, (client) =>
      this.sockets.emit('connection', client, request),
    );
  }

  /** Queries and mutations go over HTTP, where their limits and their protection against other sites are. */
  private checkSubscription(payload: {
    query: string;
    operationName?: string | null;
    variables?: Record<string, unknown> | null;
  }) {
    try {
      const document = parse(payload.query, { maxTokens: MOST_TOKENS });
      const operation = getOperationAST(document, payload.operationName);
      if (operation?.operation !== 'subscription') {
        return [refusal('Only subscriptions are answered over WebSocket.', 'Send the others by HTTP.')];
      }
      const problems = validate(this.schema, document, [...specifiedRules, depthRule(this.settings)]);
      if (problems.length > 0) return problems;
      refuseCostly(this.schema, document, payload.variables ?? undefined, this.settings);
      return {
        schema: this.schema,
        document,
        operationName: payload.operationName,
        variableValues: payload.variables,
      };
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError('This is no GraphQL.')];
    }
  }
}

/** Nobody else listens to this socket any more: its errors, and a client that does not hang up, end here. */
function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function sessionOf(header: string | undefined): string | undefined {
  const pair = header?.split(';').find((part) => part.trim().startsWith(`${SESSION_COOKIE}=`));
  return pair?.trim().slice(SESSION_COOKIE.length + 1);
}

const LANDING_PAGE = `<!doctype html><html lang="en"><title>Kindred GraphQL</title>
<h1>Kindred's GraphQL API</h1><p>Send queries to this address with POST and <code>content-type: application/json</code>.
Any GraphQL client can read the schema from here.</p><p><a href="/">To the dashboard</a></p></html>`;
