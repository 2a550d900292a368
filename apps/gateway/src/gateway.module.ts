import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, HttpAdapterHost } from '@nestjs/core';
import { PORTS, type Ports } from '@kindred/platform';
import { GatewayServer, type GatewayOptions } from './gateway.server';
import { ErrorFilter } from './http/error-filter';

/** The gateway service: GraphQL, images, access and the dashboard's files. */
@Module({})
export class GatewayModule {
  static with(options: GatewayOptions): DynamicModule {
    return {
      module: GatewayModule,
      providers: [
        {
          provide: GatewayServer,
          useFactory: (host: HttpAdapterHost, ports: Ports) => new GatewayServer(host, ports, options),
          inject: [HttpAdapterHost, PORTS],
        },
        { provide: APP_FILTER, useFactory: ({ logger }: Ports) => new ErrorFilter(logger), inject: [PORTS] },
      ],
    };
  }
}
