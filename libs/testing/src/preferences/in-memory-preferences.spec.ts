import { InMemoryPreferences } from './in-memory-preferences';
import { preferencesContract } from './preferences-contract';

preferencesContract('InMemoryPreferences', async () => ({
  port: new InMemoryPreferences(),
  close: async () => undefined,
}));
