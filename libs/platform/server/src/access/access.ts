import { SetMetadata } from '@nestjs/common';
import type { Actor } from '../context/actor.js';
import type { Permission } from './permissions.js';

export const ACCESS_RULE = Symbol('kundig:access-rule');

/** Who may call a root field or route at all. What exactly they see is narrowed by the query's scope. */
export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'member'; readonly evenSuspended?: boolean }
  | { readonly kind: 'permission'; readonly permission: Permission };

/** @returns whether the rule admits the actor */
export function admits(rule: AccessRule, actor: Actor): boolean {
  switch (rule.kind) {
    case 'public':
      return true;
    case 'member':
      return actor.isMember;
    case 'permission':
      return actor.canSomewhere(rule.permission);
  }
}

/** Marks a root field or route. One without a mark is refused at run time and red in CI. */
export const Access = {
  /** Everybody; the query's scope decides what is seen. */
  public: () => SetMetadata<symbol, AccessRule>(ACCESS_RULE, { kind: 'public' }),
  /**
   * Signed-in members; what writes is closed to the suspended, and to staff who owe a second factor.
   * @param options.evenSuspended for what concerns nobody but the member, or what they owe and are owed: settings, read
   *   marks, taking something back, telling the moderators
   */
  member: ({ evenSuspended = false } = {}) =>
    SetMetadata<symbol, AccessRule>(ACCESS_RULE, { kind: 'member', ...(evenSuspended && { evenSuspended }) }),
  /** Members who hold the permission for at least one board. */
  permission: (permission: Permission) =>
    SetMetadata<symbol, AccessRule>(ACCESS_RULE, { kind: 'permission', permission }),
} as const;
