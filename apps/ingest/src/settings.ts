import { availableParallelism } from 'node:os';
import { wholeNumber } from '@kindred/platform';
import type { z } from 'zod';

/** What can be set about ingest. */
export const ingestSettings = {
  largestFileBytes: wholeNumber(1, 2 ** 31)
    .default(512 * 2 ** 20)
    .describe('Files with more bytes than this are refused.'),
  maximumPixels: wholeNumber(1, 2 ** 32)
    .default(300_000_000)
    .describe('Images with more pixels than this are refused before they are decoded.'),
  ingestConcurrency: wholeNumber(1, 256)
    .default(Math.max(2, availableParallelism()))
    .describe('How many files are read at once.'),
};

export type IngestSettings = { readonly [K in keyof typeof ingestSettings]: z.output<(typeof ingestSettings)[K]> };

/** Injects `IngestSettings`. */
export const INGEST_SETTINGS = Symbol('IngestSettings');
