import { eventBusContract } from '../event-bus/event-bus-contract';
import { InMemoryEventBus } from './in-memory-event-bus';

eventBusContract('InMemoryEventBus', async () => {
  const port = new InMemoryEventBus();
  return { port, close: () => port.close() };
});
