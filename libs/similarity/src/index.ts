export { ExitGate } from './exit-gate';
export { largestError, Products } from './products';
