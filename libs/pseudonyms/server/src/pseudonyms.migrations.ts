import { CreatePseudonyms1795000020000 } from './migrations/1795000020000-create-pseudonyms.js';

/** Migrations of this domain, oldest first. */
export const pseudonymsMigrations = [CreatePseudonyms1795000020000];
