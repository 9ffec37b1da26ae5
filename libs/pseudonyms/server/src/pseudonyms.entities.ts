import { Pseudonym, type PseudonymKind } from './storage/pseudonym.entity.js';
import { StaffProfile } from './storage/staff-profile.entity.js';

/** Mapped tables of this domain; persona links and reservations are reached by SQL alone. */
export const pseudonymsEntities = [Pseudonym, StaffProfile];

export { Pseudonym, StaffProfile, type PseudonymKind };
