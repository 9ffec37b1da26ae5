import { z } from 'zod';

/**
 * Tags as people type them into one field: `Router, DSL` -> `['router', 'dsl']`.
 * @param max       number of tags
 * @param maxLength characters of one tag
 */
export const tagList = (max: number, maxLength: number) =>
  z
    .string()
    .max(max * (maxLength + 2))
    .transform((value) => [
      ...new Set(
        value
          .split(/[,;\s]+/)
          .map((tag) => tag.normalize('NFC').toLowerCase())
          .filter(Boolean),
      ),
    ])
    .pipe(
      z
        .array(
          z
            .string()
            .max(maxLength)
            .regex(/^[\p{L}\p{N}][\p{L}\p{N}.+-]*$/u),
        )
        .max(max),
    );
