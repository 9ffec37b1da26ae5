export * from './generated/index.js';
export * from './generated/graphql.js';
export { possibleTypes } from './generated/possible-types.js';
