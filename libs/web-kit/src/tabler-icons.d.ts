// The package types its index only; every deep module holds the lines of one icon.
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { IconNode } from '@tabler/icons-react';
  export const __iconNode: IconNode;
}
