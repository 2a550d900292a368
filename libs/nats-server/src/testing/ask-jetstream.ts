import { connect } from 'node:net';
import type { ServerAddress } from '../server-configuration';

/** Asks JetStream's API with nothing but a socket; rejects when the server cannot be reached or refuses the token. */
export function askJetStream(
  { port, token }: ServerAddress,
  subject: string,
  body: object = {},
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.once('error', reject);
    socket.setTimeout(5_000, () => socket.destroy(new Error(`no answer to ${subject}`)));
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      const refusal = /-ERR '(.*)'/.exec(heard);
      const answer = /MSG inbox 1 \d+\r\n(.*)\r\n/s.exec(heard);
      if (refusal === null && answer === null) return;
      socket.destroy();
      if (answer !== null) resolve(JSON.parse(answer[1]!) as Record<string, unknown>);
      else reject(new Error(refusal![1]));
    });
    const text = JSON.stringify(body);
    socket.write(`CONNECT ${JSON.stringify({ auth_token: token, verbose: false })}\r\n`);
    socket.write(`SUB inbox 1\r\nPUB $JS.API.${subject} inbox ${Buffer.byteLength(text)}\r\n${text}\r\n`);
  });
}
