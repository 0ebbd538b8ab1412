// What the client and the server ask of each other beyond the protocol, by topic: names and types only, shared by both.

export * from './articles';
export * from './encodings';
export * from './files';
export * from './indexing';
export * from './moving';
export * from './notes';
export * from './overviews';
export * from './problems';
export * from './shared';
