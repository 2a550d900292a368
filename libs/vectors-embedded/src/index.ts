export { type EmbeddedVectorIndexOptions, openEmbeddedVectorIndex } from './open-embedded-vector-index';
