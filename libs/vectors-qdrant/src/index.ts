export { openQdrantVectorIndex, type QdrantOptions } from './open-qdrant-vector-index';
