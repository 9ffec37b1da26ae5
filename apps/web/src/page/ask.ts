import type { ApolloClient } from '@apollo/client';
import type { PageAnswers } from '@kundig/web-kit';
import type { Ask } from './load-page.js';

/**
 * Asks the cache, then the server.
 *
 * @param answers what the page in view was rendered from; each goes into the cache when it is asked for
 */
export const askCacheFirst =
  (client: ApolloClient, answers?: PageAnswers): Ask =>
  async (query, variables) => {
    const data = answers?.find(query, variables);
    if (data !== undefined) client.writeQuery({ query, variables, data });
    return (await client.query({ query, variables, fetchPolicy: 'cache-first' })).data;
  };

/** Asks the server even for what the cache holds. */
export const askServer =
  (client: ApolloClient): Ask =>
  async (query, variables) =>
    (await client.query({ query, variables, fetchPolicy: 'network-only' })).data;
