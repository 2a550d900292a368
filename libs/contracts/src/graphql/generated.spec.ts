import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = join(__dirname, '../..');
const GENERATED = 'src/graphql/generated/resolvers.ts';

/** Generates the types again, into a folder of its own. */
async function generatedFrom(schema: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-codegen-'));
  try {
    const config = await readFile(join(PROJECT, 'codegen.ts'), 'utf8');
    await writeFile(join(folder, 'schema.graphql'), schema);
    const moved = config
      .replace("'src/graphql/schema.graphql'", JSON.stringify(join(folder, 'schema.graphql')))
      .replace(`'${GENERATED}'`, JSON.stringify(join(folder, 'resolvers.ts')));
    await writeFile(join(folder, 'codegen.ts'), moved);
    const client = join(dirname(require.resolve('@graphql-codegen/cli/package.json')), 'cjs/bin.js');
    await promisify(execFile)(
      process.execPath,
      [client, '--config', join(folder, 'codegen.ts'), '--silent'],
      { cwd: PROJECT },
    );
    return await readFile(join(folder, 'resolvers.ts'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('the generated types of resolvers', () => {
  it('are those of the schema', async () => {
    const schema = await readFile(join(__dirname, 'schema.graphql'), 'utf8');
    expect(await generatedFrom(schema)).toBe(await readFile(join(PROJECT, GENERATED), 'utf8'));
  }, 60_000);
});
