import { createContext, use } from 'react';

/**
 * Moves to another page of the community without a reload.
 *
 * @param path address without the language prefix
 * @param options refresh: asks the server even if that page is in view
 */
export type Navigate = (path: string, options?: { refresh?: boolean }) => void;

/** Absent where pages are only written, on the server: there every link is what an anchor is. */
export const PageNavigatorContext = createContext<Navigate | undefined>(undefined);

/** @returns how to move without a reload; undefined on the server */
export const usePageNavigator = (): Navigate | undefined => use(PageNavigatorContext);
