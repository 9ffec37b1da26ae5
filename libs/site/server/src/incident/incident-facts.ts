import type { Facts } from '../changes/difference.js';
import type { StoredIncident } from '../storage/site.repository.js';

/** @returns what the audit log tells of an incident */
export const incidentFacts = ({ textDe, textEn, link, startsAt, endsAt }: StoredIncident): Facts => ({
  textDe,
  textEn,
  link,
  startsAt,
  endsAt,
});
