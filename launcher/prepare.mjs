import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

const CACHE = join(ROOT, '.cache');
const SOURCES = ['apps', 'libs'];
const SKIPPED = new Set(['node_modules', 'dist', '.cache']);

/** Installs the dependencies and builds Kindred, unless both are as the sources want them. */
export async function prepare() {
  mkdirSync(CACHE, { recursive: true });
  await install();
  await stepWhenChanged('build', buildState(), 'Building Kindred', [
    [process.execPath, join(ROOT, 'node_modules/nx/dist/bin/nx.js'), 'run', '@kindred/kindred:build', '--output-style=static'],
  ]);
}

/** Installs the dependencies of the lock file, unless they are there. */
export async function install() {
  mkdirSync(CACHE, { recursive: true });
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  await stepWhenChanged('install', digest(readFileSync(join(ROOT, 'pnpm-lock.yaml'))), 'Installing dependencies', [
    [npx(), '--yes', packageManager, 'install', '--frozen-lockfile'],
  ]);
}

/** Runs commands when their stamp does not say that they were run for this state. */
async function stepWhenChanged(name, state, title, commands) {
  const stamp = join(CACHE, `${name}.stamp`);
  if (readOr(stamp, '') === state) return;
  process.stderr.write(`${title}…\n`);
  for (const command of commands) await run(command, join(CACHE, `${name}.log`));
  writeFileSync(stamp, state);
}

/** Every source file's name, size and time: what the build is made of. */
function buildState() {
  const facts = [readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8')];
  const visit = (folder) => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else {
        const { size, mtimeMs } = statSync(join(ROOT, path));
        facts.push(`${path} ${size} ${mtimeMs}`);
      }
    }
  };
  SOURCES.forEach(visit);
  return digest(facts.join('\n'));
}

/** Runs one command with its output in a log; shows the log's end when it fails and ends this process. */
async function run([program, ...args], logPath) {
  const log = openSync(logPath, 'w');
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', log, log],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      NX_DAEMON: 'false',
      PATH: `${join(ROOT, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  });
  const status = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  closeSync(log);
  if (status === 0) return;
  process.stderr.write(`${readOr(logPath, '').split('\n').slice(-25).join('\n')}\nkindred: this failed; all of it is in ${logPath}\n`);
  process.exit(1);
}

const npx = () => (process.platform === 'win32' ? 'npx.cmd' : 'npx');
const digest = (data) => createHash('sha256').update(data).digest('hex');

function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}
