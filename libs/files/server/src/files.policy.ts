import { Decision, NotFound, SignInRequired, type Actor, type Permission } from '@kundig/platform/server';
import type { FileKind, FilePurpose } from './stored-file.js';

/** What it takes to hand in a file of a purpose; the other purposes are every member's. */
const PERMISSION: Partial<Record<FilePurpose, Permission>> = {
  article: 'files:publish',
  site: 'platform:administer',
};

export const filesPolicy = {
  mayHandIn(actor: Actor, purpose: FilePurpose): Decision {
    if (!actor.isMember) return Decision.deny(() => new SignInRequired());
    const needed = PERMISSION[purpose];
    return needed && !actor.canSomewhere(needed) ? Decision.deny(() => new NotFound()) : Decision.allow;
  },

  /** Whether a file of this purpose waits, seen by its owner alone, until something takes it. */
  waits: (purpose: FilePurpose): boolean => purpose !== 'site',

  /** Downloads belong to posts; everywhere else a file is there to be seen. */
  takesKind: (purpose: FilePurpose, kind: FileKind): boolean => kind === 'image' || purpose === 'post',
};
