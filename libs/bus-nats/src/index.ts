export type { SettledDrift } from './configuration/drift';
export { NatsEventBus, type NatsEventBusOptions } from './nats-event-bus';
