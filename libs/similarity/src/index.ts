export { ExitGate } from './exit-gate';
export { largestError, Products } from './products';
export { nearestCentres, SAMPLES_A_CENTRE, sphericalMeans } from './spherical-means';
