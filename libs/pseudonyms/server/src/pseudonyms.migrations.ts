import { CreatePseudonyms1795000020000 } from './migrations/1795000020000-create-pseudonyms.js';
import { CreatePerson1795000212000 } from './migrations/1795000212000-create-person.js';
import { CreateExpertStatus1795000350000 } from './migrations/1795000350000-create-expert-status.js';
import { DropStaffPhoto1795000360000 } from './migrations/1795000360000-drop-staff-photo.js';
import { LetPersonasBeGivenUp1795000490001 } from './migrations/1795000490001-let-personas-be-given-up.js';
import { CreateClaim1795000490002 } from './migrations/1795000490002-create-claim.js';

/** Migrations of this domain, oldest first. */
export const pseudonymsMigrations = [
  CreatePseudonyms1795000020000,
  CreatePerson1795000212000,
  CreateExpertStatus1795000350000,
  DropStaffPhoto1795000360000,
  LetPersonasBeGivenUp1795000490001,
  CreateClaim1795000490002,
];
