import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type Face,
  type FaceId,
  type FaceObservation,
  KindredError,
  type PersonId,
  type Photo,
  type PhotoId,
  recordDecisions,
} from '@kindred/domain';
import { NestLogger, PortsModule, silentLogger } from '@kindred/platform';
import {
  aFace,
  aFaceId,
  anAssignment,
  anUnknownPerson,
  aPackName,
  aPerson,
  aPhoto,
  aRejection,
  aSourceOf,
  aUnitVector,
} from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import { AccessControl } from '../access/access-control';
import type { LibraryFolders } from '../folders/library-folders';
import { GatewayModule } from '../gateway.module';
import { createHttpAdapter } from '../http/create-http-adapter';
import type { GatewaySettings } from '../settings';
import type { PackFacts } from '../system-facts';
import { SeeingAnalysis } from './seeing-analysis';

export interface TestGatewayOptions {
  /** The address that access is decided for; the server itself always listens on 127.0.0.1. */
  readonly host?: string;
  readonly settings?: Partial<GatewaySettings>;
  readonly largestFileBytes?: number;
  readonly folders?: LibraryFolders;
  /** Files of the built dashboard by name; none when it is not built. */
  readonly dashboard?: Readonly<Record<string, string | Buffer>>;
  /** Where they are, below the test's folder. */
  readonly dashboardFolder?: string;
  /** Does something with the folder of the ports before the gateway starts. */
  readonly prepare?: (ports: TestPorts) => Promise<void>;
  /** Changes the ports before the gateway gets them. */
  readonly ports?: (ports: TestPorts) => TestPorts;
}

const TEST_PACK: PackFacts = {
  name: 'test-pack',
  title: 'Test pack',
  licence: 'MIT',
  licenceUrl: 'https://example.org/licence',
  commercialUse: true,
  dimension: 8,
};
const RESEARCH_PACK: PackFacts = {
  name: 'research-pack',
  title: 'Research pack',
  licence: 'Research only',
  commercialUse: false,
  dimension: 512,
};

/** An answer with its body in whole. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What GraphQL answers; `data` is whatever the test asked for. */
export interface GraphAnswer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests know what they asked for
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

const noFolders: LibraryFolders = {
  roots: [],
  list: async () => ['/photos'],
  add: (path) => Promise.reject(new KindredError('FOLDER_UNREADABLE', `${path} is not there.`)),
};

/** A gateway that really listens, over ports in a temporary folder, and a library to fill by hand. */
export class TestGateway {
  private constructor(
    readonly ports: TestPorts,
    readonly access: AccessControl,
    readonly analysis: SeeingAnalysis,
    readonly port: number,
    private readonly app: NestFastifyApplication,
    private readonly closePorts: () => Promise<void>,
  ) {}

  static async open(options: TestGatewayOptions = {}): Promise<TestGateway> {
    const ports = await openTestPorts();
    const { host = '127.0.0.1', settings = {}, dashboard = {} } = options;
    const dashboardFolder = join(ports.folder, options.dashboardFolder ?? 'dashboard');
    for (const [name, content] of Object.entries(dashboard)) {
      await mkdir(join(dashboardFolder, name, '..'), { recursive: true });
      await writeFile(join(dashboardFolder, name), content);
    }
    await options.prepare?.(ports);
    const given = options.ports?.(ports) ?? ports;
    const allowedHosts = settings.allowedHosts ?? [];
    const access = await AccessControl.open({
      host,
      tokenFile: join(ports.folder, 'access-token'),
      allowedHosts,
    });
    const analysis = new SeeingAnalysis();
    const gateway = GatewayModule.with({
      analysis,
      largestFileBytes: options.largestFileBytes ?? 1_000_000,
      settings: {
        host,
        port: 0,
        allowedHosts,
        largestImportBytes: 1_000_000,
        deletionGraceHours: 24,
        queryDepth: 10,
        queryCost: 50_000,
        ...settings,
      },
      access,
      exchange: { uploads: join(ports.folder, 'uploads'), waiting: join(ports.folder, 'waiting.sqlite') },
      dashboardFolder,
      system: {
        version: '1.2.3',
        pack: TEST_PACK,
        installedPacks: async () => [RESEARCH_PACK, TEST_PACK],
        executionProvider: 'cpu',
        dataFolder: '/data',
        folders: options.folders ?? noFolders,
        accessTokenFile: null,
      },
    });
    const app = await NestFactory.create<NestFastifyApplication>(
      { module: class Root {}, imports: [PortsModule.with(given), gateway] },
      createHttpAdapter({ access }),
      { logger: new NestLogger(silentLogger), bodyParser: false },
    );
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new TestGateway(given, access, analysis, port, app, ports.close);
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.closePorts();
  }

  /** Sends exactly this path: nothing is tidied up on the way, as a browser would. */
  send(path: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sending = request(
        { host: '127.0.0.1', port: this.port, path, method, headers, agent: false },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      sending.on('error', reject);
      sending.end(body);
    });
  }

  /** Sends JSON. */
  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Asks GraphQL over HTTP. */
  async ask(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<GraphAnswer> {
    const { status, body } = await this.post('/graphql', { query, variables }, headers);
    return { status, ...(JSON.parse(body.toString()) as Omit<GraphAnswer, 'status'>) };
  }

  /** Asks GraphQL for what must succeed. */
  async data(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<GraphAnswer['data']> {
    const answer = await this.ask(query, variables);
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  /** Adds a photo whose bytes are a file, when they are given. */
  async photo(
    seed: number | string = 1,
    facts: Partial<Photo> & { readonly bytes?: Buffer } = {},
  ): Promise<Photo> {
    const { bytes, ...given } = facts;
    const path = join(this.ports.folder, 'photos', `${seed}`);
    const file: Partial<Photo> =
      bytes === undefined
        ? {}
        : {
            id: createHash('sha256').update(bytes).digest('hex') as PhotoId,
            byteLength: bytes.length,
            original: { kind: 'file', path },
          };
    if (bytes !== undefined) {
      await mkdir(join(path, '..'), { recursive: true });
      await writeFile(path, bytes);
    }
    const photo = aPhoto({ seed, ...file, ...given });
    await this.ports.photos.add(photo, aSourceOf(photo));
    return photo;
  }

  /** Adds a face with a crop and a vector, in a photo of its own unless another is given. */
  async face(seed: number, facts: Partial<FaceObservation> = {}): Promise<FaceId> {
    const photo = facts.photo ?? (await this.photo(`of face ${seed}`)).id;
    const face = aFace({ id: aFaceId(seed), cropKey: `crops/${aFaceId(seed)}/1.webp`, ...facts, photo });
    await this.ports.objects.put(face.cropKey, Buffer.from(`crop ${seed}`));
    await this.ports.vectors.upsert(aPackName(), [{ face: face.id, vector: aUnitVector(seed) }]);
    await this.ports.faces.upsert([face]);
    return face.id;
  }

  /** Adds several faces, each in a photo of its own. */
  async faces(...seeds: number[]): Promise<FaceId[]> {
    const faces: FaceId[] = [];
    for (const seed of seeds) faces.push(await this.face(seed));
    return faces;
  }

  async named(name: string): Promise<PersonId> {
    const person = aPerson(name);
    await this.ports.people.create(person);
    return person.id;
  }

  /** Adds an unknown person with these faces. */
  async unknown(number: number, ...faces: FaceId[]): Promise<PersonId> {
    const person = anUnknownPerson(number);
    await this.ports.people.create(person);
    await this.suggest(person.id, 0.5, ...faces);
    return person.id;
  }

  async suggest(person: PersonId, confidence: number, ...faces: FaceId[]): Promise<void> {
    const set = faces.map((face) => ({ face, person, confidence }));
    await this.ports.faces.changeSuggestions({ set, clear: [] });
  }

  async label(person: PersonId, ...faces: FaceId[]): Promise<void> {
    await recordDecisions(
      this.ports,
      faces.map((face) => anAssignment(face, person, { seed: Math.random() })),
    );
  }

  async reject(person: PersonId, ...faces: FaceId[]): Promise<void> {
    await recordDecisions(
      this.ports,
      faces.map((face) => aRejection(face, person, { seed: Math.random() })),
    );
  }

  async standing(face: FaceId): Promise<Face['standing'] | null> {
    return (await this.ports.faces.get(face))?.standing ?? null;
  }
}
