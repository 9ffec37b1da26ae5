import type { Match, Rule } from '../rule.js';
import { belongsTo, isDocumentationName } from './domains.js';

const NAME =
  /(?<![\p{L}\p{N}.@_-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:xn--[a-z0-9-]{2,59}|\p{L}{2,24})(?![\p{L}\p{N}@_]|[.-][\p{L}\p{N}])/gu;
/** Names Windows gives to machines, and names behind a word that announces one. */
const WINDOWS_NAME = /(?<![\p{L}\p{N}])(?:desktop|laptop|win)-[a-z0-9]{6,12}(?![\p{L}\p{N}-])/gu;
const ANNOUNCED =
  /(?<![\p{L}\p{N}])(?:host-?name|rechner-?name|computer-?name|server-?name|geräte-?name)[ :="'„“]{1,4}(?:(?:ist|lautet|is)[ :"'„“]{1,3})?([a-z0-9][a-z0-9-]{2,62})(?![\p{L}\p{N}])/gu;

/** Endings under which companies and their machines have names; endings that are rather files are left out. */
const ENDINGS: ReadonlySet<string> = new Set(
  (
    'de com net org eu at ch li info biz io dev app cloud online shop gmbh berlin hamburg bayern koeln wien swiss tirol ' +
    'local lan intern internal corp intra ad domain arpa uk fr nl be lu it es pt dk se no fi cz hu si hr ie us ca au nz ' +
    'jp in br mx tn uy za tech digital solutions systems services group company works energy health hosting network'
  ).split(' '),
);
/** Endings that are also file names or programming languages count from three labels on. */
const DOUBTFUL_ENDINGS: ReadonlySet<string> = new Set(['pl', 'rs', 'sh', 'me', 'tv', 'ai', 'co', 'cc', 'to']);
/** Names of boxes as they are delivered, and sites that everybody knows. */
const EVERYBODYS = [
  'apple.com',
  'bund.de',
  'bundesnetzagentur.de',
  'debian.org',
  'docker.com',
  'easy.box',
  'fritz.box',
  'github.com',
  'gitlab.com',
  'google.com',
  'google.de',
  'heise.de',
  'ietf.org',
  'microsoft.com',
  'microsoftonline.com',
  'mozilla.org',
  'npmjs.com',
  'office.com',
  'office365.com',
  'speedport.ip',
  'stackoverflow.com',
  'ubuntu.com',
  'wikipedia.org',
  'windows.com',
  'youtube.com',
];
const WELL_KNOWN_WORDS = /^(?:asp|node|vue|next|react|socket|d3)\.(?:net|js|io)$/;

function isTelling(name: string, ownDomains: readonly string[]): boolean {
  const labels = name.split('.');
  const ending = labels.at(-1)!;
  const known =
    ENDINGS.has(ending) || ending.startsWith('xn--') || (labels.length > 2 && DOUBTFUL_ENDINGS.has(ending));
  return (
    known &&
    !WELL_KNOWN_WORDS.test(name) &&
    !isDocumentationName(name) &&
    !belongsTo(name, EVERYBODYS) &&
    !belongsTo(name, ownDomains)
  );
}

/** Names of hosts and sites. The operator's own, documentation names and what everybody knows stay silent. */
export const hostRule: Rule = {
  *find({ folded }, { operator }): Iterable<Match> {
    for (const { index, 0: name } of folded.matchAll(NAME))
      if (isTelling(name, operator.domains)) yield { kind: 'host', start: index, end: index + name.length };
    for (const { index, 0: name } of folded.matchAll(WINDOWS_NAME))
      yield { kind: 'host', start: index, end: index + name.length };
    for (const { index, 0: all, 1: name } of folded.matchAll(ANNOUNCED))
      if (/[0-9-]/.test(name!))
        yield { kind: 'host', start: index + all.length - name!.length, end: index + all.length };
  },
};
