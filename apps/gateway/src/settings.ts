import { wholeNumber } from '@kindred/platform';
import { z } from 'zod';

/** What can be set about the gateway. */
export const gatewaySettings = {
  host: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('The address to listen on; any that others can reach needs the token of the data folder.'),
  port: wholeNumber(0, 65_535)
    .default(4310)
    .describe('The port of the dashboard and the API; 0 for any free one.'),
  allowedHosts: z
    .union([
      z.array(z.string()),
      z.string().transform((text) =>
        text
          .split(',')
          .map((host) => host.trim())
          .filter(Boolean),
      ),
    ])
    .default([])
    .describe('More names by which browsers may reach Kindred, for example behind a proxy.'),
  largestImportBytes: wholeNumber(1, 2 ** 40)
    .default(2 ** 31)
    .describe('How many bytes a file of labels may have that is imported over HTTP.'),
  deletionGraceHours: wholeNumber(0, 8760)
    .default(24)
    .describe('For how many hours deleted faces can be brought back; then they are erased for good.'),
  queryDepth: wholeNumber(3, 50).default(10).describe('How deep a GraphQL query may nest.'),
  queryCost: wholeNumber(100, 10_000_000)
    .default(50_000)
    .describe('How many objects a GraphQL query may ask for at most, counted before it runs.'),
};

export type GatewaySettings = {
  readonly [K in keyof typeof gatewaySettings]: z.output<(typeof gatewaySettings)[K]>;
};
