export * from './logging/logger';
export * from './logging/nest-logger';
export * from './metrics/metrics';
export * from './nest/ports.module';
export * from './settings/kinds';
export * from './settings/settings';
