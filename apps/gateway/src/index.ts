export { AccessControl, type AccessOptions } from './access/access-control';
export { loadOrCreateAccessToken } from './access/token-file';
export type { LibraryFolders } from './folders/library-folders';
export { GatewayModule } from './gateway.module';
export type { GatewayOptions } from './gateway.server';
export { createHttpAdapter } from './http/create-http-adapter';
export { reconcileLibrary } from './reconcile/reconcile-library';
export { gatewaySettings, type GatewaySettings } from './settings';
export type { PackFacts, SystemFacts } from './system-facts';
