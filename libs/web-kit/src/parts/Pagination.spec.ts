import { describe, expect, it } from '@jest/globals';
import { shownPages } from './Pagination.js';

describe('shownPages', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 12, [1, 2, 11, 12]],
    [6, 12, [1, 2, 5, 6, 7, 11, 12]],
    [12, 12, [1, 2, 11, 12]],
  ])('page %i of %i shows %p', (page, pageCount, expected) => {
    expect(shownPages(page, pageCount)).toEqual(expected);
  });
});
