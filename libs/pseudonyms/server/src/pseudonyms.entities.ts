import { NicknameReservation } from './storage/nickname-reservation.entity.js';
import { Persona } from './storage/persona.entity.js';
import { Pseudonym, type PseudonymKind } from './storage/pseudonym.entity.js';
import { StaffProfile } from './storage/staff-profile.entity.js';

/** Tables of this domain, all in the PostgreSQL schema `pseudonyms`. */
export const pseudonymsEntities = [Pseudonym, Persona, StaffProfile, NicknameReservation];

export { Pseudonym, StaffProfile, type PseudonymKind };
