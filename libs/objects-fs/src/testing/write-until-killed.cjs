/**
 * Puts objects into the folder that it is given, several at a time, and prints the number of each one that was
 * acknowledged; goes on until it is killed. Object number n holds many times the digits of n.
 */
const { Buffer } = require('node:buffer');
const { Readable } = require('node:stream');
const { openFileObjectStore } = require('../../dist/index.js');

async function main([folder, first]) {
  const objects = await openFileObjectStore({ folder });
  let next = Number(first);
  const write = async () => {
    for (;;) {
      const number = next++;
      const bytes = Buffer.alloc(200_000, `${number} `);
      const body =
        number % 2 === 0 ? bytes : Readable.from([bytes.subarray(0, 90_000), bytes.subarray(90_000)]);
      await objects.put(`many/${number % 10}/${number}`, body);
      process.stdout.write(`${number}\n`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, write));
}

void main(process.argv.slice(2));
