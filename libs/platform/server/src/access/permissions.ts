/** Roles a member can hold beyond plain membership (DESIGN: access). */
export const ROLES = ['moderator', 'editor', 'author', 'custodian', 'administrator', 'staff'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What can be permitted, and to which roles. One table, read by code and tests alike; plain members need no entry,
 * their rights follow from the policies of each domain.
 */
const HOLDERS = {
  'forum:moderate': ['moderator', 'administrator'],
  'forum:post-as-staff': ['staff', 'moderator', 'administrator'],
  'moderation:read-reports': ['moderator', 'administrator'],
  'moderation:suspend': ['moderator', 'administrator'],
  'moderation:read-audit': ['administrator'],
  'blog:write': ['author', 'editor', 'administrator'],
  'blog:release': ['editor', 'administrator'],
  'faq:edit': ['editor', 'administrator'],
  'faq:release': ['editor', 'administrator'],
  'pseudonyms:speak-as-staff': ['staff', 'moderator', 'editor', 'custodian', 'administrator'],
  'pseudonyms:confirm-marks': ['staff', 'moderator', 'administrator'],
  'search:improve': ['moderator', 'editor', 'administrator'],
  'files:publish': ['author', 'editor', 'staff', 'administrator'],
  'platform:administer': ['administrator'],
  'identity:approve-reveal': ['custodian'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof HOLDERS;

const holders = new Map<Permission, ReadonlySet<Role>>(
  Object.entries(HOLDERS).map(([permission, roles]) => [permission as Permission, new Set<Role>(roles)]),
);

/** @returns the roles that hold a permission */
export function rolesWith(permission: Permission): ReadonlySet<Role> {
  return holders.get(permission) ?? new Set();
}

/** @returns every permission the roles hold somewhere, for the interface to offer what is possible */
export function permissionsOf(roles: Iterable<Role>): Permission[] {
  const held = new Set(roles);
  return [...holders]
    .filter(([, needed]) => [...needed].some((role) => held.has(role)))
    .map(([permission]) => permission);
}
