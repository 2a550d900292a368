import { eventBusContract, startTestNats } from '@kindred/testing';
import { NatsEventBus } from './nats-event-bus';

eventBusContract('NatsEventBus', async () => {
  const server = await startTestNats();
  const port = await NatsEventBus.connect({
    servers: server.url,
    token: server.token,
    source: 'spec',
    version: '1.0.0',
  });
  return {
    port,
    close: async () => {
      await port.close();
      await server.stop();
    },
  };
});
