import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { S3Client } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { refuseBadOptions, type S3Options } from '../options';
import { failureOf } from './failures';
import { Turns } from './turns';

export const PATIENCE = { connecting: 5_000, silence: 30_000, attempts: 4 } as const;

// The version of the SDK that is installed runs on Node 20, as Kindred does; it would tell everybody of later ones.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** Requests that wait for their answer's head at a time. */
const AT_ONCE = 48;

/** The SDK's client of one bucket, with limits, and with failures in Kindred's words. */
export class S3Connection {
  readonly client: S3Client;
  readonly bucket: string;
  readonly attempts: number;
  private readonly turns = new Turns(AT_ONCE);

  /** @throws KindredError `CONFIGURATION_INVALID`. */
  constructor(readonly options: S3Options) {
    refuseBadOptions(options);
    this.bucket = options.bucket;
    this.attempts = options.patience?.attempts ?? PATIENCE.attempts;
    this.client = clientOf(options, this.attempts);
  }

  /** Does what `ask` does with the client; a `key` is what an answer of "not found" is about. */
  async send<T>(ask: (client: S3Client) => Promise<T>, key?: string): Promise<T> {
    try {
      return await this.turns.take(() => ask(this.client));
    } catch (error) {
      throw failureOf(error, this.options, key);
    }
  }

  close(): void {
    this.client.destroy();
  }
}

function clientOf(
  { endpoint, region, pathStyle, credentials, checksums, patience }: S3Options,
  attempts: number,
) {
  // Connections are limited by turns and not here: what waits for one of the agent's would seem not to connect.
  const agentOptions = { keepAlive: true, maxSockets: Infinity, maxFreeSockets: AT_ONCE };
  const whichChecksums = checksums === false ? 'WHEN_REQUIRED' : 'WHEN_SUPPORTED';
  return new S3Client({
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(region === undefined && endpoint === undefined ? {} : { region: region ?? 'us-east-1' }),
    ...(credentials === undefined ? {} : { credentials }),
    forcePathStyle: pathStyle ?? endpoint !== undefined,
    maxAttempts: attempts,
    retryMode: 'standard',
    requestChecksumCalculation: whichChecksums,
    responseChecksumValidation: whichChecksums,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: patience?.connecting ?? PATIENCE.connecting,
      socketTimeout: patience?.silence ?? PATIENCE.silence,
      httpAgent: new HttpAgent(agentOptions),
      httpsAgent: new HttpsAgent(agentOptions),
    }),
  });
}
