import { announcedNumberRule } from './announced/announced-number.js';
import { compoundNumberRule } from './announced/compound-number.js';
import { knownShapeRule } from './announced/known-shapes.js';
import { misspeltRule } from './announced/misspelt.js';
import { nearbyNumberRule } from './announced/nearby-number.js';
import { operatorPatternRule } from './announced/operator-pattern.js';
import { type Finding, hardnessOf } from './finding.js';
import { harmlessIn } from './harmless/harmless.js';
import { keyOf } from './key.js';
import { hostRule } from './network/host.js';
import { ipRule } from './network/ip.js';
import { macRule } from './network/mac.js';
import { mailRule } from './network/mail.js';
import { ownDomainRule } from './network/own-domain.js';
import { serialNumberRule } from './network/serial-number.js';
import { cardRule } from './numbers/card.js';
import { ibanRule } from './numbers/iban.js';
import { taxNumberRule } from './numbers/tax-number.js';
import { vatNumberRule } from './numbers/vat-number.js';
import { greetingRule } from './people/greeting.js';
import { ownNameRule } from './people/own-name.js';
import { ownOrganisationRule } from './people/own-organisation.js';
import { signatureRule } from './people/signature.js';
import { extensionRule } from './phone/extension.js';
import { phoneRule } from './phone/phone-number.js';
import type { Reading } from './reading/reading.js';
import { readMarkdown } from './reading/read-markdown.js';
import type { Match, Rule } from './rule.js';
import { announcedCodeRule } from './secrets/announced-code.js';
import { announcedSecretRule } from './secrets/announced-secret.js';
import { besideUserRule } from './secrets/beside-user.js';
import { chosenWordRule } from './secrets/chosen-word.js';
import { distantCodeRule } from './secrets/distant-code.js';
import { distantSecretRule } from './secrets/distant-secret.js';
import { commandSecretRule } from './secrets/in-command.js';
import { knownFormatRule } from './secrets/known-formats.js';
import { listedSecretRule } from './secrets/listed-secret.js';
import { privateKeyRule } from './secrets/private-key.js';
import { toldSecretRule } from './secrets/told-secret.js';
import type { GuardSettings } from './settings.js';

/** All rules; where two find the same place, the earlier one has it. What proves itself by its shape comes first. */
const RULES: readonly Rule[] = [
  privateKeyRule,
  knownFormatRule,
  mailRule,
  ibanRule,
  vatNumberRule,
  operatorPatternRule,
  announcedSecretRule,
  commandSecretRule,
  besideUserRule,
  announcedCodeRule,
  cardRule,
  macRule,
  ipRule,
  serialNumberRule,
  taxNumberRule,
  announcedNumberRule,
  knownShapeRule,
  phoneRule,
  extensionRule,
  misspeltRule,
  compoundNumberRule,
  chosenWordRule,
  distantCodeRule,
  distantSecretRule,
  listedSecretRule,
  toldSecretRule,
  nearbyNumberRule,
  ownDomainRule,
  ownOrganisationRule,
  ownNameRule,
  hostRule,
  signatureRule,
  greetingRule,
];

/** Places that a rule has found already. */
class Taken {
  private readonly places: Uint8Array;

  constructor(length: number) {
    this.places = new Uint8Array(length);
  }

  /** Takes a stretch, unless part of it is taken. */
  take({ start, end }: Match): boolean {
    for (let place = start; place < end; place += 1) if (this.places[place] === 1) return false;
    this.places.fill(1, start, end);
    return true;
  }
}

const canonical = (reading: Reading, { start, end, value }: Match) =>
  value ?? reading.folded.slice(start, end).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Finds what may tell who wrote a text. Pure: the same text and settings give the same findings in every browser and on
 * the server, in time proportional to the text.
 * @param source Markdown as it was written
 * @param settings what is known of author and operator
 * @returns findings in the order of the text, none overlapping another
 * @throws InvalidPattern when a pattern of the operator cannot be used
 */
export function findLeaks(source: string, settings: GuardSettings): Finding[] {
  const reading = readMarkdown(source);
  const harmless = harmlessIn(reading);
  const taken = new Taken(reading.text.length);
  const findings: Finding[] = [];
  for (const rule of RULES)
    for (const match of rule.find(reading, settings)) {
      if (match.end <= match.start || settings.off.includes(match.kind)) continue;
      if (rule.sparesHarmless && harmless.covers(match.start, match.end)) continue;
      if (!taken.take(match)) continue;
      findings.push({
        ...reading.sourceOf(match),
        kind: match.kind,
        hardness: hardnessOf(match.kind),
        key: keyOf(match.kind, canonical(reading, match)),
      });
    }
  return findings.sort((a, b) => a.start - b.start);
}
