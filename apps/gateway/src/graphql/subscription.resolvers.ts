import { type api } from '@kindred/contracts';
import type { LiveViews } from '../live/live-views';
import type { GraphContext } from './context';

/** Everything that can be watched. */
export function subscriptionResolvers(live: LiveViews): api.SubscriptionResolvers<GraphContext> {
  return {
    jobChanged: { subscribe: () => live.jobs.listen(), resolve: (job: unknown) => job },
    statsChanged: { subscribe: () => live.stats.listen(), resolve: (stats: unknown) => stats },
    facesChanged: { subscribe: () => live.faces.listen(), resolve: (change: unknown) => change },
  } as unknown as api.SubscriptionResolvers<GraphContext>;
}
