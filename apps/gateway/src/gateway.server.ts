import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import type { FaceAnalysis } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { FastifyInstance } from 'fastify';
import { PeopleActions } from './actions/people-actions';
import type { AccessControl } from './access/access-control';
import { sessionRoutes } from './access/session.routes';
import { dashboardRoutes } from './dashboard/dashboard.routes';
import { BulkLabeling } from './bulk/bulk-labeling.use-case';
import { DeletionSweeper } from './deletion/deletion-sweeper';
import { Drawing } from './drawing/drawing.use-case';
import { exchangeRoutes } from './exchange/exchange.routes';
import { LabelExchange } from './exchange/label-exchange';
import { UploadFolder } from './exchange/upload-folder';
import { executableSchema, GraphqlServer } from './graphql/graphql-server';
import { mutationResolvers } from './graphql/mutation.resolvers';
import { peopleMutations } from './graphql/people-mutations';
import { queryResolvers } from './graphql/query.resolvers';
import { subscriptionResolvers } from './graphql/subscription.resolvers';
import { typeResolvers } from './graphql/type.resolvers';
import { healthRoutes } from './health/health.routes';
import { imageRoutes } from './images/image.routes';
import { Labeling } from './labeling/labeling.use-case';
import { LiveViews } from './live/live-views';
import { Appearances } from './people/appearances.use-case';
import { People } from './people/people.use-case';
import { SamePerson } from './people/same-person.use-case';
import { searchRoutes } from './search/search.routes';
import { SimilarFaces } from './search/similar-faces.use-case';
import { SimilarPeople } from './search/similar-people.use-case';
import type { GatewaySettings } from './settings';
import type { SystemFacts } from './system-facts';

/** Where labels that come from elsewhere are kept until they are taken in. */
export interface ExchangeOptions {
  /** The folder of files that are uploaded. */
  readonly uploads: string;
  /** The file of what is about faces that are not found yet. */
  readonly waiting: string;
}

export interface GatewayOptions {
  readonly settings: GatewaySettings;
  readonly access: AccessControl;
  readonly system: SystemFacts;
  /** What looks at pictures for whoever draws a face or searches by one. */
  readonly analysis: FaceAnalysis;
  /** Pictures to search by that have more bytes are refused. */
  readonly largestFileBytes: number;
  readonly exchange: ExchangeOptions;
  /** The built dashboard. */
  readonly dashboardFolder: string;
}

/** Puts everything that the gateway serves on the HTTP server of the process. */
export class GatewayServer implements OnModuleInit, OnApplicationShutdown {
  private readonly live: LiveViews;
  private readonly graphql: GraphqlServer;
  private readonly drawing: Drawing;
  private readonly bulk: BulkLabeling;
  private readonly uploads: UploadFolder;
  private readonly exchange: LabelExchange;
  private readonly deletions: DeletionSweeper;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly ports: Ports,
    private readonly options: GatewayOptions,
  ) {
    const actions = new PeopleActions(ports);
    const people = new People(ports, actions);
    const labeling = new Labeling(ports, people);
    this.bulk = new BulkLabeling(ports, people);
    this.live = new LiveViews(ports);
    this.drawing = new Drawing(ports, options.analysis, labeling, people);
    this.uploads = new UploadFolder(options.exchange.uploads, options.settings.largestImportBytes);
    this.exchange = new LabelExchange(ports, this.uploads, options.exchange.waiting);
    this.deletions = new DeletionSweeper(ports, options.settings.deletionGraceHours);
    const schema = executableSchema({
      Query: queryResolvers(
        ports,
        people,
        { ...options.system, deletionGraceHours: options.settings.deletionGraceHours },
        new SimilarFaces(ports, options.analysis),
        this.exchange,
        new SimilarPeople(ports, options.analysis),
      ),
      Mutation: {
        ...mutationResolvers(ports, labeling, this.bulk, this.drawing, this.exchange, options.system.folders),
        ...peopleMutations(ports, people, new SamePerson(people, actions), actions, this.bulk),
      },
      Subscription: subscriptionResolvers(this.live),
      ...typeResolvers(ports, new Appearances(ports, options.analysis)),
    });
    this.graphql = new GraphqlServer(schema, ports, options.settings, options.access);
  }

  async onModuleInit(): Promise<void> {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    await this.drawing.finishInterrupted();
    this.deletions.start();
    await this.live.start();
    await this.exchange.start();
    await this.graphql.start(server);
    sessionRoutes(server, this.options.access);
    imageRoutes(server, this.ports);
    searchRoutes(server, { ...this.options, logger: this.ports.logger });
    const { exchange, uploads } = this;
    exchangeRoutes(server, this.ports, { exchange, uploads, version: this.options.system.version });
    healthRoutes(server, this.ports);
    await dashboardRoutes(server, this.options.dashboardFolder);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.exchange.stop();
    await this.bulk.stop();
    await this.live.stop();
    await this.graphql.stop();
    await this.deletions.stop();
  }
}
