import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vectorIndexContract } from '@kindred/testing';
import { openEmbeddedVectorIndex } from './open-embedded-vector-index';

vectorIndexContract('the embedded index', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-vectors-'));
  return {
    open: () => openEmbeddedVectorIndex({ folder }),
    discard: () => rm(folder, { recursive: true }),
  };
});
