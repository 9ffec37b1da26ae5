import type { LeakKind } from '../finding.js';
import { harmlessIn } from '../harmless/harmless.js';
import type { Reading } from '../reading/reading.js';
import type { Match, Rule } from '../rule.js';
import { type AnnouncedPlace, announcedPlacesIn } from './announcements.js';
import { type Identifier, identifierAt } from './identifier.js';

/** How far from an announcing word a number may stand, before it and behind it, within the sentence. */
interface Reach {
  readonly before: number;
  readonly behind: number;
}
const REACH_OF_FULL: Reach = { before: 80, behind: 160 };
const REACH_OF_NOUN: Reach = { before: 48, behind: 80 };

/** A sentence ends at a stop, but not behind a day of a month or an abbreviation. */
const END_OF_SENTENCE =
  /(?<!(?:vom|am|zum|bis) [0-9]{1,2}|(?<!\p{L})(?:nr|no|ca|bzw|lt|gem|inkl))\.(?:\s|$)|[!?;](?:\s|$)|\n/u;
const BEGINNING = /(?<![\p{L}\p{N}.,/:+_-])#?[a-z0-9]/giu;
/** Fewer digits are quantities, models and years too often. */
const FEWEST_DIGITS = 5;
/** What was counted or measured, a town behind its code, a version, a screen: *20000 Stück*, *50-100 Nutzer*, *48431 Rheine*, *2023.1.7*, *1920x1080*. */
const NO_IDENTIFIER =
  /^(?:[0-9]{5} (?!(?:wurde|wird|oder|bzw|als|vom|von|läuft|liegt|hängt|genannt|bekommen|leider|bitte|wegen|fehlt|kam|offen)(?!\p{L}))\p{L}|[0-9]{0,6}000(?:-[0-9]{0,6}000)?(?![0-9.-])|(?:[A-Z]{2,5} )?[0-9]{1,5}(?:\.[0-9]{1,4}){2,}(?![0-9])|[0-9]{1,3}(?:\.?[0-9]{3})?-[0-9]{1,3}(?:\.?[0-9]{3})? \p{Lu}|[0-9]{3,4}x[0-9]{3,4}(?![\p{L}0-9]))/u;
/** Words right before a number that say what else it is. */
const ELSEWHERE =
  /(?:plz|postfach|port|bis zu|über|unter|etwa|rund|ca\.|mindestens|maximal|menge|anzahl|stückzahl|wert|stand|jahr|seit|bis|nach|artikel|modell|typ|serie|gerät|switch(?:es)?|router|server|drucker|kamera|regal|lager|raum|anlage|begann|version|fehler|alarm|meldung|nummer|parameter|register|zeile|seite|baujahr|los|charge|serien-?nr\.?|s\/n|sn|teil|zeichnung|norm|hrb|hra|blz|bic)[ :#.-]{1,2}$/u;
const REACH_OF_WORD = 16;

/** How far a number stands from a word in its sentence; infinite where it is too far. */
function distanceOf({ folded }: Reading, place: AnnouncedPlace, reach: Reach, number: Identifier): number {
  const isBehind = place.end <= number.start;
  const between = isBehind ? folded.slice(place.end, number.start) : folded.slice(number.end, place.start);
  const isNear = between.length <= (isBehind ? reach.behind : reach.before);
  return isNear && !END_OF_SENTENCE.test(between) ? between.length : Infinity;
}

/** Announcing words of a reading in the order of the text, each with its reach. */
const placesIn = (reading: Reading) => {
  const { full, alone } = announcedPlacesIn(reading);
  return [
    ...full.map((place) => ({ place, reach: REACH_OF_FULL })),
    ...alone.map((place) => ({ place, reach: REACH_OF_NOUN })),
  ].sort((a, b) => a.place.start - b.place.start);
};

/**
 * Distinct numbers in one sentence with a word for customers, contracts or tickets, however the sentence joins them: what no
 * other rule explains, and no word before it either.
 */
export const nearbyNumberRule: Rule = {
  sparesHarmless: true,
  *find(reading): Iterable<Match> {
    const places = placesIn(reading);
    if (places.length === 0) return;
    const { text, folded } = reading;
    const harmless = harmlessIn(reading);
    let [done, first] = [0, 0];
    for (const { index } of text.matchAll(BEGINNING)) {
      if (index < done || harmless.at(index)) continue;
      const number = identifierAt(text, index);
      if (!number?.isDistinct || number.digits < FEWEST_DIGITS) continue;
      done = number.end;
      if (NO_IDENTIFIER.test(text.slice(number.start, number.end + 12))) continue;
      if (ELSEWHERE.test(folded.slice(Math.max(0, index - REACH_OF_WORD), index))) continue;
      while (places[first] && places[first]!.place.end + REACH_OF_FULL.behind < index) first += 1;
      let nearest: { readonly kind: LeakKind; readonly distance: number } | null = null;
      for (let at = first; at < places.length; at += 1) {
        const { place, reach } = places[at]!;
        if (place.start > number.end + REACH_OF_FULL.before) break;
        const distance = distanceOf(reading, place, reach, number);
        if (distance < (nearest?.distance ?? Infinity)) nearest = { kind: place.kind, distance };
      }
      if (nearest) yield { kind: nearest.kind, start: number.start, end: number.end };
    }
  },
};
