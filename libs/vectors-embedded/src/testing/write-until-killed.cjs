/**
 * Writes to the index in the folder that it is given, several writes at a time, and prints the number of each one
 * that was acknowledged; goes on until it is killed. Face number n has the vector (cos n, sin n), and every tenth
 * face is deleted again before its number is printed.
 */
const { openEmbeddedVectorIndex } = require('../../dist/index.js');

async function main([folder, first]) {
  const index = await openEmbeddedVectorIndex({ folder, searchThreads: 1 });
  let next = Number(first);
  const write = async () => {
    for (;;) {
      const number = next++;
      const face = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
      await index.upsert('small', [{ face, vector: Float32Array.of(Math.cos(number), Math.sin(number)) }]);
      if (number % 10 === 0) await index.delete('small', [face]);
      process.stdout.write(`${number}\n`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, write));
}

void main(process.argv.slice(2));
