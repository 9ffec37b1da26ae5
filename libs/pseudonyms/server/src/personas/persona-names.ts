import type { Randomness } from '@kundig/platform/server';

/** Animals and plants: short, friendly, easy to tell apart, nobody's real name. */
const CREATURES = `
Adler Admiral Ahorn Akelei Albatros Alpaka Ammer Ampfer Amsel Anemone Apfelbaum Aprikose Arnika Assel Aster Auerhahn Augentrost Auster
Bachstelze Baldrian Bambus Barsch Bartmeise Basilikum Baumläufer Bekassine Berberitze Bergfink Bergkiefer Biber Biene Bilch
Birke Birkenpilz Birnbaum Bisam Blaumeise Blesshuhn Bluthänfling Borretsch Brachvogel Brennnessel Brombeere Buche Buchfink
Buntspecht Buschwindröschen Bussard Christrose Clematis Dachs Damhirsch Dill Distel Distelfink Dohle Dompfaff Dorsch Drossel
Eberesche Edelweiß Efeu Ehrenpreis Eibe Eibisch Eiche Eichelhäher Eichhörnchen Eidechse Eisenhut Eisvogel Elch Elster Enzian
Erdbeere Erdhummel Erle Esche Espe Estragon Falke Farn Fasan Feldhase Feldlerche Feldsperling Fenchel Feuerfalter
Feuersalamander Fichte Fingerhut Fingerkraut Fink Fischadler Fischotter Flieder Flussbarsch Forelle Frauenmantel Fuchs
Gämse Gänseblümchen Gartenrotschwanz Gebirgsstelze Geißblatt Gelbspötter Gerste Gimpel Ginkgo Ginster Girlitz Glockenblume
Glühwürmchen Goldammer Goldregen Goldrute Grasfrosch Graugans Graureiher Grille Grünfink Grünspecht Günsel Habicht Hafer Hagebutte
Hahnenfuß Hainbuche Hamster Hase Hasel Haselmaus Haubenmeise Haubentaucher Hauhechel Hecht Heckenrose Heidekraut Heidelbeere
Heidelerche Hermelin Herzmuschel Himbeere Himmelschlüssel Hirsch Hirschkäfer Holunder Hornisse Hortensie Huflattich Hummel Igel Iltis
Immergrün Ingwer Iris Jasmin Johannisbeere Johanniskraut Kamille Kammmolch Kapuzinerkresse Karpfen Kastanie Kauz Kernbeißer Kiebitz
Kiefer Kirschbaum Klatschmohn Kleiber Kleeblatt Kohlmeise Kolibri Königskerze Kolkrabe Koriander Kormoran Kornblume Kornelkirsche
Kornrade Kranich Krokus Kuckuck Küchenschelle Lachmöwe Lachs Lärche Laubfrosch Lavendel Leberblümchen Leinkraut Lerche
Lerchensporn Libelle Liguster Lilie Linde Löffelente Lorbeer Löwenzahn Luchs Lungenkraut Lupine Mädesüß Maiglöckchen
Maikäfer Majoran Malve Mandarinente Margerite Marder Marienkäfer Mauersegler Mauswiesel Mehlschwalbe Meise Melisse Milan Mirabelle Mispel
Mistel Mohn Möhre Möwe Mönchsgrasmücke Moorfrosch Moosbeere Murmeltier Myrte Nachtfalter Nachtigall Nachtkerze Narzisse Natternkopf
Nebelkrähe Nelke Neuntöter Nieswurz Odermennig Ohreule Oleander Orchidee Oregano Otter Pappel Perlhuhn Petersilie
Pfauenauge Pfefferminze Pfifferling Pfingstrose Pirol Platane Preiselbeere Primel Prachttaucher Quitte Rabe Raps Rauchschwalbe
Rebhuhn Reh Reiher Reineclaude Renke Rhabarber Ringelblume Ringelnatter Ringeltaube Rittersporn Robinie Roggen
Rohrdommel Rohrsänger Rosmarin Rosskastanie Rotbuche Rotfuchs Rothirsch Rotkehlchen Rotmilan Salamander Salbei Sanddorn Sandregenpfeifer
Sauerampfer Saatkrähe Schachtelhalm Schafgarbe Scharbockskraut Schleiereule Schlehe Schlüsselblume Schmetterling Schneeball
Schneeglöckchen Schneehase Schnepfe Schnittlauch Schöllkraut Schwalbe Schwalbenschwanz Schwan Schwanzmeise Schwarzkehlchen
Schwarzspecht Schwarzstorch Schwertlilie Seeadler Seehund Seepferdchen Seerose Seestern Seidelbast Seidenreiher Silberdistel Silberreiher
Singdrossel Singschwan Sommerflieder Sonnenblume Sonnentau Specht Sperber Sperling Spierstrauch Spitzmaus Stachelbeere Star
Stechpalme Steinadler Steinbock Steinbrech Steinkauz Steinpilz Sternmiere Stichling Stieglitz Stockente Storch Storchschnabel
Strandläufer Sumpfmeise Tagpfauenauge Tanne Tannenhäher Tannenmeise Taubnessel Tausendgüldenkraut Teichhuhn Teichrose Thymian Tulpe
Turmfalke Turteltaube Uferschwalbe Uhu Ulme Veilchen Vergissmeinnicht Wacholder Wachtel Waldkauz Waldmeister Waldohreule Walnuss
Wanderfalke Waschbär Wasseramsel Wegerich Wegwarte Weide Weidenmeise Weißdorn Weißstorch Weizen Wendehals Wespenbussard Wiedehopf
Wiesel Wiesenknopf Wiesenschaumkraut Wildbiene Wildkatze Windröschen Wintergoldhähnchen Wisent Wolf Wolfsmilch Zander Zaunkönig
Zeisig Ziegenmelker Ziest Zilpzalp Zirbe Zitronenfalter Zitronenmelisse Zwergtaucher`
  .trim()
  .split(/\s+/);

/**
 * A name for a persona: *Anonym · Eisvogel*. The name is data, the same in every language.
 * @param taken names that the thread's personas bear already; compared without case
 * @returns a free name, drawn at random; numbered once every creature speaks in the thread
 */
export function drawPersonaName(randomness: Randomness, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let round = 1; ; round++) {
    const names = CREATURES.map((creature) => `Anonym · ${creature}${round === 1 ? '' : ` ${round}`}`);
    const free = names.filter((name) => !used.has(name.toLowerCase()));
    if (free.length > 0) return free[randomness.bytes(4).readUInt32BE() % free.length]!;
  }
}

/** @returns a nickname for who has no idea, such as *Eisvogel417* */
export function drawNickname(randomness: Randomness): string {
  return `${CREATURES[randomness.below(CREATURES.length)]!}${100 + randomness.below(900)}`;
}

/** How many different creatures there are. */
export const CREATURE_COUNT = CREATURES.length;
