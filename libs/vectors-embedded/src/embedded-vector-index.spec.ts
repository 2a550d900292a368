import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vectorIndexContract } from '@kindred/testing';
import { openEmbeddedVectorIndex } from './open-embedded-vector-index';

vectorIndexContract('the embedded index', () => inAFolder({}));
vectorIndexContract('the embedded index with lists', () => inAFolder({ exactUpTo: 0 }));

async function inAFolder(options: { readonly exactUpTo?: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-vectors-'));
  return {
    open: () => openEmbeddedVectorIndex({ folder, ...options }),
    discard: () => rm(folder, { recursive: true }),
  };
}
