import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILTIN_PACKS } from '@kindred/vision';

/** Writes the manifest of a pack named `mine`, whose models are small files in this folder, and returns its path. */
export async function ownPack(folder: string): Promise<string> {
  const [builtin] = BUILTIN_PACKS;
  await mkdir(folder, { recursive: true });
  const files = await Promise.all(
    ['detector.onnx', 'landmarker.onnx', 'embedder.onnx'].map(async (name) => {
      const bytes = Buffer.from(`the ${name} of a test`);
      await writeFile(join(folder, name), bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { name, source: `file:${join(folder, name)}`, sha256, bytes: bytes.length };
    }),
  );
  const manifest = {
    ...builtin,
    name: 'mine',
    detector: { ...builtin!.detector, file: 'detector.onnx' },
    landmarker: { ...builtin!.landmarker!, file: 'landmarker.onnx' },
    embedder: { ...builtin!.embedder, file: 'embedder.onnx' },
    files,
  };
  const path = join(folder, 'mine.json');
  await writeFile(path, JSON.stringify(manifest));
  return path;
}
