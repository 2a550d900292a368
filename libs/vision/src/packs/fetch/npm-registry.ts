import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const PUBLIC_REGISTRY = 'https://registry.npmjs.org/';

/** The npm registry that this computer is set up for: by environment, by npm's configuration, or the public one. */
export async function npmRegistry(): Promise<string> {
  const { npm_config_registry: lower, NPM_CONFIG_REGISTRY: upper } = process.env;
  return firstUrl(lower, upper) ?? firstUrl(await configuredRegistry()) ?? PUBLIC_REGISTRY;
}

async function configuredRegistry(): Promise<string | undefined> {
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { stdout } = await promisify(execFile)(npm, ['config', 'get', 'registry'], {
      timeout: 20_000,
      shell: process.platform === 'win32',
    });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

function firstUrl(...candidates: (string | undefined)[]): string | undefined {
  return candidates.find((candidate) => candidate !== undefined && /^https?:\/\//.test(candidate));
}
