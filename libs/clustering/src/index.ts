export * from './confidence/confidence';
export * from './group/group-faces';
export * from './group/keep-identity';
export * from './match/match-faces';
