/**
 * Writes to the library in the file that it is given, several writes at a time, and prints the number of each one
 * that was acknowledged; goes on until it is killed. Number n is a photo, a face of it and a decision about that face.
 */
const { createHash } = require('node:crypto');
const { openSqliteStores } = require('../../dist/index.js');

const AT = '2026-01-01T12:00:00.000Z';

async function main([file, first]) {
  const { photos, faces, labels } = openSqliteStores({ file });
  let next = Number(first);
  const write = async () => {
    for (;;) {
      const number = next++;
      const photo = createHash('sha256').update(String(number)).digest('hex');
      const face = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
      const original = { kind: 'file', path: `/photos/${number}.jpg` };
      const scan = { state: 'pending', job: 'job', restoreDeleted: false };
      const facts = {
        mediaType: 'image/jpeg',
        byteLength: 1,
        width: 1,
        height: 1,
        metadata: {},
        ingestedAt: AT,
      };
      const outcome = { state: 'stored', photo };
      const source = { path: original.path, byteLength: 1, modifiedAt: 1, seenAt: AT, outcome };
      await photos.add({ id: photo, original, scan, ...facts }, source);
      await faces.upsert([aFace(face, photo)]);
      await labels.append([
        { kind: 'unassign', id: `decision ${number}`, face, photo, actor: 'somebody', at: AT },
      ]);
      process.stdout.write(`${number}\n`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, write));
}

function aFace(id, photo) {
  const point = { x: 0.5, y: 0.5 };
  return {
    id,
    photo,
    pack: 'test-pack',
    origin: 'detected',
    box: { x: 0, y: 0, width: 1, height: 1 },
    landmarks: [point, point, point, point, point],
    score: 1,
    quality: { overall: 1, size: 1, sharpness: 1, pose: 1 },
    cropKey: `crops/${id}.webp`,
    detectedAt: AT,
    photoDate: AT,
  };
}

void main(process.argv.slice(2));
