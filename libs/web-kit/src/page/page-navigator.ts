import { createContext, use } from 'react';

/**
 * Moves to another page of the community without a reload.
 *
 * @param path address without the language prefix
 * @param options refresh: asks the server even if that page is in view;
 *   keepInPlace: id of the part of the page in view that takes the focus and stays where the reader sees it
 */
export type Navigate = (path: string, options?: NavigateOptions) => void;

/** How to arrive; see `Navigate`. */
export interface NavigateOptions {
  refresh?: boolean;
  keepInPlace?: string;
}

/** Absent where pages are only written, on the server: there every link is what an anchor is. */
export const PageNavigatorContext = createContext<Navigate | undefined>(undefined);

/** @returns how to move without a reload; undefined on the server */
export const usePageNavigator = (): Navigate | undefined => use(PageNavigatorContext);
