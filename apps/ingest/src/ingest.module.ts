import { type DynamicModule, Module } from '@nestjs/common';
import { PORTS, type Ports } from '@kindred/platform';
import { IngestFolders } from './ingest-folders/ingest-folders.use-case';
import { INGEST_SETTINGS, type IngestSettings } from './settings';
import { UploadController } from './upload/upload.controller';

/** The ingest service: folders and uploads become stored photos. */
@Module({})
export class IngestModule {
  static with(settings: IngestSettings): DynamicModule {
    return {
      module: IngestModule,
      controllers: [UploadController],
      providers: [
        { provide: INGEST_SETTINGS, useValue: settings },
        {
          provide: IngestFolders,
          useFactory: (ports: Ports) => new IngestFolders(ports, settings),
          inject: [PORTS],
        },
      ],
      exports: [IngestFolders],
    };
  }
}
