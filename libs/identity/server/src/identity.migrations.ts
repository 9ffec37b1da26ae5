import { CreateIdentity1795000010000 } from './migrations/1795000010000-create-identity.js';

/** Migrations of this domain, oldest first. */
export const identityMigrations = [CreateIdentity1795000010000];
