export * from './confidence/confidence';
export { EdgeList, type Edges } from './group/edges';
export * from './group/group-faces';
export * from './group/keep-identity';
export * from './group/thread/group-faces-aside';
export * from './match/match-faces';
