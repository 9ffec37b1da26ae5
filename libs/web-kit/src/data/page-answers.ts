import { createContext } from 'react';
import type { DocumentNode } from 'graphql';
import { documentIdOf } from './client.js';

/** What the schema answered to one operation of a page. */
export interface PageAnswer {
  /** sha256 of the operation's text. */
  id: string;
  variables: Record<string, unknown>;
  data: unknown;
}

/**
 * The answers a page was rendered from. On the server pages read them as they came: a normalised cache for one rendering
 * would cost more than the rendering. The browser takes them over into its cache when it wakes.
 */
export class PageAnswers {
  private readonly byKey = new Map<string, PageAnswer>();

  constructor(answers: readonly PageAnswer[] = []) {
    for (const answer of answers) this.byKey.set(keyOf(answer.id, answer.variables), answer);
  }

  add(document: DocumentNode, variables: Record<string, unknown>, data: unknown): void {
    const id = documentIdOf(document) ?? '';
    this.byKey.set(keyOf(id, variables), { id, variables, data });
  }

  /** @returns the data, or undefined when the page did not ask this */
  find(document: DocumentNode, variables: Record<string, unknown>): unknown {
    return this.byKey.get(keyOf(documentIdOf(document) ?? '', variables))?.data;
  }

  /** For the data block of the page. */
  toJSON(): PageAnswer[] {
    return [...this.byKey.values()];
  }
}

const keyOf = (id: string, variables: Record<string, unknown>): string => `${id} ${JSON.stringify(variables)}`;

/**
 * What the page in view was loaded with. In the browser it stands in until Apollo's cache can answer: something that came
 * in between may have left an object there that lacks a field of this page.
 */
export const PreparedAnswersContext = createContext<PageAnswers | null>(null);

/** Set while a page is rendered on the server; null in the browser, where pages follow Apollo's cache. */
export const PageAnswersContext = createContext<PageAnswers | null>(null);
