/**
 * Words of everyday German and English that are names as well: alone they tell nothing, so that they count only beside
 * a first name or a title.
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
    'short stone street white wood young smith server netz data team service support system technik consult solutions media'
  ).split(' '),
);
