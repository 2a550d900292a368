import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = join(__dirname, '../..');

async function textsIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index]!]));
}

describe('the generated documents', () => {
  it('are those of the schema and of the *.graphql files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kindred-codegen-'));
    try {
      const config = await readFile(join(PROJECT, 'codegen.ts'), 'utf8');
      const moved = config.replace("'src/graphql/generated/'", JSON.stringify(join(folder, 'generated/')));
      // Other paths are relative to the working folder of the generator.
      await writeFile(join(folder, 'codegen.ts'), moved);
      const client = join(dirname(require.resolve('@graphql-codegen/cli/package.json')), 'cjs/bin.js');
      await promisify(execFile)(
        process.execPath,
        [client, '--config', join(folder, 'codegen.ts'), '--silent'],
        { cwd: PROJECT },
      );
      expect(await textsIn(join(folder, 'generated'))).toEqual(await textsIn(join(__dirname, 'generated')));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
