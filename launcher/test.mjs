// `npm test`: installs, then builds, lints, checks types and runs every test.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { requireNode } from './require-node.mjs';
import { ROOT } from './root.mjs';

requireNode();
const { install } = await import('./prepare.mjs');
await install();
const nx = join(ROOT, 'node_modules/nx/dist/bin/nx.js');
const targets = ['build', 'lint', 'typecheck', 'test', 'end-to-end'];
const child = spawn(process.execPath, [nx, 'run-many', '-t', ...targets, '--output-style=static'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, NX_DAEMON: 'false', PATH: join(ROOT, 'node_modules/.bin') + delimiter + process.env.PATH },
});
child.once('exit', (code) => process.exit(code ?? 1));
