import { leaseContract } from '@kindred/testing';
import { LeaseOfProcess } from './lease-of-process';

leaseContract('LeaseOfProcess', () => {
  const lease = new LeaseOfProcess();
  return Promise.resolve({ port: () => Promise.resolve(lease), close: () => Promise.resolve() });
});
