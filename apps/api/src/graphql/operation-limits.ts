import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ApolloDriverConfig } from '@nestjs/apollo';

/**
 * Bounds of one operation. Pages of ours stay far below; whoever sends more is refused before anything runs, and is not
 * told by how much. Numbers: SECURITY list for GraphQL.
 */
const armor = new ApolloArmor({
  blockFieldSuggestion: { enabled: true },
  costLimit: {
    enabled: true,
    maxCost: 8000,
    objectCost: 2,
    scalarCost: 1,
    depthCostFactor: 1.2,
    ignoreIntrospection: true,
    exposeLimits: false,
  },
  maxAliases: { enabled: true, n: 10, exposeLimits: false },
  // Fragments are how components ask for their part, not a level of nesting.
  maxDepth: { enabled: true, n: 9, flattenFragments: true, exposeLimits: false },
  maxDirectives: { enabled: true, n: 10, exposeLimits: false },
  // The library counts tokens in a plugin, whose refusal would pass for a defect of ours; the parser itself can count.
  maxTokens: { enabled: false },
});
const MAX_TOKENS = 2000;

const { plugins, validationRules, ...limits } = armor.protect();

export const operationLimits: Pick<ApolloDriverConfig, 'plugins' | 'validationRules' | 'parseOptions'> = {
  ...limits,
  parseOptions: { maxTokens: MAX_TOKENS },
  plugins: plugins as ApolloDriverConfig['plugins'],
  validationRules,
};
