import type { Match, Rule } from '../rule.js';
import { linkedIdentifier } from './sentence.js';

/** Any German compound that ends in *-nummer*; the noun before it is the group `noun`. */
const ANY_NUMBER =
  /(?:nummer|nr\.?)(?:(?![\p{L}\p{N}])|(?<=\.))(?<=(?<![\p{L}\p{N}])(?<noun>\p{L}{3,30}?)-?(?:nummer|nr\.?))/gu;
/** Nouns with which no number of a person or a paper is announced. */
const OTHER_NUMBERS =
  /(?:telefon|ruf|handy|mobil|fax|haupt|kopf|stamm|ziel|notfall|haus|wohnungs|zimmer|artikel|teile|modell|typen?|serien|geräte|fehler|port|versions?|karten|steuer|konto|post|zeilen|seiten|zoll|tarif|material|bau|kanal|spur|slot|rahmen|satz|block|bild|los|chargen|release|patch|build|bug|kapitel|absatz|regel|alarm|parameter|register|knoten|adress|positions?|durch|kilometer|licht|glücks|prüf|ordnungs|identifikations|ident|sequenz|frage|schritt|gleis|fach|sach|zeichnungs|katalog|baugruppen|motor|ventil|werkzeug|programm|format|teil|artikelstamm|seriennr|hersteller|bestellschlüssel)$/;

/** Numbers behind a compound of *-nummer* that no list knows: most of them are those of papers. */
export const compoundNumberRule: Rule = {
  sparesHarmless: true,
  *find(reading): Iterable<Match> {
    for (const { index, 0: all, groups } of reading.folded.matchAll(ANY_NUMBER)) {
      if (OTHER_NUMBERS.test(groups!.noun!)) continue;
      const found = linkedIdentifier(reading, index + all.length);
      if (found?.isDistinct) yield { kind: 'ticket-number', start: found.start, end: found.end };
    }
  },
};
