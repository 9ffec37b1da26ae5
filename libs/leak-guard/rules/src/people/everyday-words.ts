/**
 * Words of everyday German and English, and of what people here write about, that are names of people or companies as
 * well: alone they tell nothing, so that they count only beside a first name, a title or a legal form.
 */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  (
    'abend adler alt anders arndt bach bader bauer baum beck berg berger bergmann birke bock böhm born brand braun brunnen bruder ' +
    'burg busch christ daniel decker ehrlich eich engel ernst fest fischer frank frei freitag freund friedrich fromm frost fuchs ' +
    'funk für ganz geiger gerber glas glück gold graf groß gross große grosse grün gut gute haas hahn hammer hart hase haus heide ' +
    'heim held herbst herr herrmann herz hirsch hoch hof hoffmann holz huber hund hut jäger jung junge kaiser kamm karl keller kern ' +
    'kirch klee klein kleine klug koch kohl könig kopf korn kraft krämer kranz kraus krause krieg krone kröger krug kunde kunst kurz ' +
    'lamm lang lange lehmann leicht licht lieb linde löwe ludwig mai maier mann markt martin maurer mayer meier meister meyer montag ' +
    'müller mutter nagel nacht nett neu neue neumann nord ochs ost otto peters pfeffer pfeiffer post probst rabe rand rapp rau ' +
    'recht reich reiter richter ring ritter rose rosen roth rot sauer schäfer schaf schatz schild schlosser schmidt schmied schmitt ' +
    'schneider scholz schön schreiber schröder schubert schulte schultz schulz schulze schuster schütz schwarz seidel simon sommer ' +
    'sonne sonntag sparer spiegel stark stein stern stolz strauss strauß süß teufel thomas topf uhl vogel vogt voll voss vogel wagner ' +
    'wahl wald walter wand weber weg weich weiß weiss welt werner westen wild wind winkler winter wirt wolf wolff wunder wurm zahn ' +
    'zander zeller ziegler zimmer zimmermann zorn baker black brown cook day fox gray green hall hill king long may page price rice ' +
    'short stone street white wood young smith server netz data team service support system technik consult solutions media ' +
    'anlage anschluss antenne apparat arbeit audio auto bahn bank bau bild bildschirm blatt blitz box brief brücke buch büro cloud ' +
    'code computer datei daten digital drucker durchwahl energie fax fehler feld fenster fernseher festnetz firma firmen garten gas ' +
    'gerät geräte glasfaser gruppe handel handwerk handy hardware hotel hotline immobilien industrie internet it kabel kamera kanal ' +
    'kanzlei karte kasse konto kontakt kupfer laden leitung leser linie logistik lokal maschine maschinenbau messe metall mobil ' +
    'mobile modem monitor muster nebenstelle netze netzwerk netzwerke nummer office online papier paket partner phone plan platte ' +
    'pool portal praxis produktion punkt rahmen rechner rechnung router satz schalter schicht schule seite sender sicher sicherheit ' +
    'signal software speicher spiel sprache stadt stahl station stecker stelle steuer strom strasse straße tafel taste tausch ' +
    'technologie technologies telefon telefonie telekom test ticket tools transport treiber tür turm uhr umzug update verein verlag ' +
    'verteiler vertrag vertrieb verwaltung video wagen wartung wasser web wechsel werk werke werkstatt werkzeug wetter wohnen woche ' +
    'zange zeit zentrale ' +
    'als also antwort anzahl auch bereich beitrag blank button cookie datum dienst dieser doch drei eingang eintrag einstellung ende ' +
    'erst etwas file frage ganze gerade gern heute hilfe home hier immer jetzt kann kein keine link liste lösung login lösungen maus ' +
    'meldung menge menü menu more muss nachricht name namen nicht noch note nutzer nutzung oder option ordner ort passwort problem ' +
    'profil programm punkte quelle raum regel reihe schritt schrift seit sonst start status symbol tastatur teil text thema titel ' +
    'tool user verbindung version view vier viel wann warum welche wenig wenn werden wert wie will window wirklich wohl wort zahl ' +
    'zeichen zeile ziel zugang zwei'
  ).split(' '),
);
