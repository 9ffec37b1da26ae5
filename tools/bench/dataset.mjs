#!/usr/bin/env node
// Deterministic community data set generator (no dependencies, Node >= 18).
//
//   node dataset.mjs [--users 2000] [--boards 20] [--threads 20000] [--posts 120000]
//                    [--kudos 100000] [--seed 42] [--end 2026-10-31T00:00:00Z] [--days 1095]
//                    [--out FILE] [--stats] [--limit-types board,user,...]
//
// Emits NDJSON, one record a line, in load order (every reference points backwards):
//   {"type":"meta",...}                       the options, so that a file says what it is
//   {"type":"board","id","slug","title","description","createdAt"}
//   {"type":"user","id","handle","displayName","role","company","bio","createdAt"}
//   {"type":"thread","id","board","author","title","lang","kind","tags","posts","views","solution","createdAt"}
//   {"type":"post","id","thread","board","author","parent","title","body","solution","kudos","createdAt"}
//   {"type":"kudo","id","post","user","createdAt"}
// Posts are in chronological order over ALL threads (as a live forum would have written them);
// a thread's record comes just before its first post. `parent` is null for the opening post.
// Same options => byte-identical output. Every body has its own PRNG stream (seed, post id),
// so changing the text grammar does not change the shape and the other way round.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

export const DEFAULTS = {
  users: 2000,
  boards: 20,
  threads: 20000,
  posts: 120000,
  kudos: 100000,
  seed: 42,
  end: '2026-10-31T00:00:00Z',
  days: 1095,
};

// ---------------------------------------------------------------- PRNG
const mix = (h) => {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};
export function prng(...parts) {
  // sfc32 seeded from integers
  let s = 0x9e3779b9;
  for (const p of parts) s = mix(((s ^ (p >>> 0)) + 0x6d2b79f5) | 0);
  let a = mix(s + 1),
    b = mix(s + 2),
    c = mix(s + 3),
    d = 1;
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i += 1) next();
  next.int = (n) => Math.floor(next() * n);
  next.range = (lo, hi) => lo + Math.floor(next() * (hi - lo + 1));
  next.pick = (arr) => arr[Math.floor(next() * arr.length)];
  next.chance = (p) => next() < p;
  next.normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  next.exp = (mean) => -Math.log(1 - next()) * mean;
  return next;
}
function cumulative(weights) {
  const out = new Float64Array(weights.length);
  let s = 0;
  for (let i = 0; i < weights.length; i += 1) {
    s += weights[i];
    out[i] = s;
  }
  return out;
}
function draw(rnd, cum) {
  const x = rnd() * cum[cum.length - 1];
  let lo = 0,
    hi = cum.length - 1;
  while (lo < hi) {
    const m = (lo + hi) >> 1;
    if (cum[m] > x) hi = m;
    else lo = m + 1;
  }
  return lo;
}
function shuffled(rnd, n) {
  const a = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i -= 1) {
    const j = rnd.int(i + 1);
    const t = a[i];
    a[i] = a[j];
    a[j] = t;
  }
  return a;
}

// ---------------------------------------------------------------- vocabulary
const BOARDS = [
  ['glasfaser-anschluss', 'Glasfaser & Anschluss', 'Ausbau, Bestellung, Hausübergabepunkt und Schaltung'],
  ['dsl-vectoring', 'DSL & Vectoring', 'Leitung, Synchronisation und Bandbreite'],
  ['router-firewall', 'Router & Firewall', 'Geräte, Einrichtung, Portfreigaben und Updates'],
  ['cloud-telefonie', 'Cloud-Telefonie', 'Nebenstellen, Rufgruppen, Ansagen und Endgeräte'],
  ['sip-trunk', 'SIP-Trunk & Telefonanlage', 'Trunks, Codecs, Rufnummernblöcke und Portierung'],
  ['mobilfunk-tarife', 'Mobilfunk & Tarife', 'Geschäftstarife, Optionen, MultiSIM und Roaming'],
  ['esim-sim', 'SIM & eSIM', 'Aktivierung, Tausch und Massenverwaltung'],
  ['geraeteverwaltung', 'Geräteverwaltung (MDM)', 'Profile, Richtlinien und Ausrollen von Geräten'],
  ['iot-m2m', 'IoT & M2M', 'Datenkarten, APN, Sensorik und Schnittstellen'],
  ['standortvernetzung', 'Standortvernetzung & VPN', 'SD-WAN, IPsec, MPLS und Ausfallsicherheit'],
  ['rechnung-zahlung', 'Rechnung & Zahlung', 'Rechnungsportal, Kostenstellen und Lastschrift'],
  ['vertrag-verlaengerung', 'Vertrag & Verlängerung', 'Laufzeit, Kündigung und Umzug'],
  ['kundenportal', 'Kundenportal & Rechte', 'Anmeldung, Rollen, Freigaben und Benutzer'],
  ['schnittstellen-api', 'Schnittstellen & API', 'REST, Webhooks, Tokens und Automatisierung'],
  ['sicherheit', 'IT-Sicherheit', 'DDoS-Schutz, Zertifikate und Zwei-Faktor'],
  ['domain-hosting', 'Domain, Hosting & E-Mail', 'DNS, MX, Postfächer und Webspace'],
  ['stoerungen', 'Störungen & Wartung', 'Aktuelle Ausfälle und geplante Arbeiten'],
  ['english-corner', 'English Corner', 'Business support in English'],
  ['ideen', 'Ideen & Wünsche', 'Vorschläge für Produkte und Portal'],
  ['willkommen', 'Willkommen & Austausch', 'Vorstellung, Regeln und Plauderei'],
];
const FIRST =
  'anna ben carla david elif finn greta hannes ida jonas katrin lukas mara nils olga paul qasim ronja sven tanja umut vera wolf xenia yusuf zoe amelie bastian clara dominik emre fabian gesa hendrik ines jakob klara leon miriam noah oskar petra rafael sabine timo ulla viktor wiebke yvonne stefan lena martin julia thomas'.split(
    ' ',
  );
const LAST =
  'albrecht bauer conrad dietrich engel fischer graf hoffmann ivanov jung keller lorenz meier neumann otto peters quandt richter schmidt thiel ulrich vogel weber yildiz zimmer arnold berger celik demir ernst frank gross hartmann jansen kaiser lang mohr nowak pohl roth sauer seidel thomas urban voss winter ziegler kraus'.split(
    ' ',
  );
const NICK =
  'netz leitung router funk switch admin support praxis kanzlei werkstatt logistik handwerk agentur planung hotel pflege bau optik druck labor'.split(
    ' ',
  );
const COMPANY = [
  'Autohaus',
  'Steuerkanzlei',
  'Zahnarztpraxis',
  'Ingenieurbüro',
  'Spedition',
  'Bäckerei',
  'Druckerei',
  'Hotel',
  'Pflegedienst',
  'Metallbau',
  'Werbeagentur',
  'Architekturbüro',
  'Großhandel',
  'Elektrotechnik',
  'Hausverwaltung',
];
const V = {
  product: [
    'FirmenNetz Pro',
    'OfficeLine Cloud',
    'BusinessFaser 500',
    'BusinessFaser 1000',
    'FlexTarif M',
    'FlexTarif L',
    'TeamMobil XL',
    'SprachTrunk Plus',
    'StandortVPN',
    'DatenKarte IoT',
    'SchutzPaket Premium',
    'MailHosting Basic',
    'PortalPlus',
    'RechnungOnline',
    'KonferenzRaum',
  ],
  device: [
    'NetzBox 7',
    'NetzBox 9 Pro',
    'Glasfasermodem GM-2',
    'Tischtelefon T54',
    'DECT-Basis D60',
    'LTE-Router LX20',
    'Switch S24-PoE',
    'Firewall FW-40',
    'Konferenztelefon K8',
    'Analogadapter A2',
    'Tablet im Außendienst',
    'Kartenterminal',
    'Access Point AP-6',
  ],
  error: [
    'Fehler 503',
    'Fehlercode E-1047',
    'Fehlercode E-2210',
    'SIP 403 Forbidden',
    'SIP 408 Request Timeout',
    'SIP 488 Not Acceptable Here',
    'Anmeldung fehlgeschlagen (F102)',
    'DNS-Zeitüberschreitung',
    'PPPoE-Fehler 691',
    'Zertifikat abgelaufen',
    'HTTP 429',
    'IPsec Phase 2 failed',
    'Registrierung abgelehnt',
    'no dial tone',
    'authentication timeout',
  ],
  city: [
    'Bonn',
    'Köln',
    'Hamburg',
    'Leipzig',
    'München',
    'Kassel',
    'Rostock',
    'Dresden',
    'Freiburg',
    'Essen',
    'Ulm',
    'Kiel',
    'Erfurt',
    'Mainz',
    'Bremen',
    'Aachen',
    'Regensburg',
  ],
  de_topic: [
    'Rufumleitung',
    'Portfreigabe',
    'Rufnummernportierung',
    'Bandbreite',
    'Paketverlust',
    'Rechnungsadresse',
    'Kostenstelle',
    'Nebenstelle',
    'Rufgruppe',
    'Warteschleife',
    'Sprachqualität',
    'eSIM-Profil',
    'Roaming-Option',
    'Zugriffsrechte',
    'Zwei-Faktor-Anmeldung',
    'Lastschriftmandat',
    'Firmware-Update',
    'Hausanschluss',
    'Technikertermin',
    'Vertragslaufzeit',
    'feste IP-Adresse',
    'IPv6-Präfix',
    'VPN-Tunnel',
    'Failover',
    'Faxübertragung',
    'Anrufliste',
    'Sammelrechnung',
    'Massenbestellung',
    'Webhook',
    'API-Token',
    'Mailzustellung',
    'DNS-Eintrag',
    'QoS-Priorisierung',
    'VLAN-Zuordnung',
    'MDM-Profil',
    'Datenvolumen',
    'Drosselung',
    'Kündigungsfrist',
    'Umzug',
  ],
  en_topic: [
    'call forwarding',
    'port forwarding',
    'number porting',
    'bandwidth',
    'packet loss',
    'billing address',
    'cost centre',
    'extension',
    'hunt group',
    'call queue',
    'voice quality',
    'eSIM profile',
    'roaming option',
    'access rights',
    'two-factor login',
    'firmware update',
    'fibre installation',
    'technician appointment',
    'contract term',
    'static IP address',
    'IPv6 prefix',
    'VPN tunnel',
    'failover',
    'fax transmission',
    'consolidated invoice',
    'bulk order',
    'webhook',
    'API token',
    'mail delivery',
    'DNS record',
    'VLAN mapping',
    'MDM profile',
    'data volume',
    'throttling',
    'notice period',
  ],
  de_when: [
    'seit gestern',
    'seit dem letzten Update',
    'seit Montag früh',
    'nach dem Umzug',
    'sporadisch',
    'immer gegen 14 Uhr',
    'nach jedem Neustart',
    'seit der Vertragsumstellung',
    'seit rund drei Wochen',
    'nur am Wochenende',
    'unter Last',
    'direkt nach der Zwangstrennung',
  ],
  en_when: [
    'since yesterday',
    'since the last update',
    'since Monday morning',
    'after the move',
    'from time to time',
    'around 2 pm every day',
    'after each reboot',
    'for about three weeks',
    'only at weekends',
    'under load',
  ],
  de_step: [
    'Router neu gestartet',
    'Werkseinstellungen geladen',
    'Kabel getauscht',
    'Zugangsdaten neu eingetragen',
    'Leitung messen lassen',
    'den Cache geleert',
    'einen anderen Browser probiert',
    'die Firewall testweise deaktiviert',
    'SIP-ALG abgeschaltet',
    'den APN kontrolliert',
    'die Rolle neu vergeben',
    'den DNS-Server gewechselt',
    'die MTU auf 1492 gesetzt',
    'das Zertifikat erneuert',
    'den Port am Switch gewechselt',
  ],
  en_step: [
    'restarted the router',
    'loaded factory defaults',
    'swapped the cable',
    'entered the credentials again',
    'asked for a line test',
    'cleared the cache',
    'tried another browser',
    'disabled the firewall for a test',
    'switched off SIP ALG',
    'checked the APN',
    'assigned the role again',
    'changed the DNS server',
    'set the MTU to 1492',
    'renewed the certificate',
  ],
  de_role: [
    'Kollegin',
    'Chef',
    'Geschäftsführung',
    'Buchhaltung',
    'Außendienst',
    'IT-Abteilung',
    'Lagerleitung',
    'Empfang',
    'Hotline',
    'Techniker',
  ],
  en_role: [
    'accounting team',
    'field staff',
    'IT department',
    'front desk',
    'hotline',
    'technician',
    'management',
  ],
  de_adj: [
    'instabil',
    'langsam',
    'unbrauchbar',
    'einwandfrei',
    'deutlich besser',
    'unverändert',
    'nicht erreichbar',
    'fehlerfrei',
    'zäh',
    'überraschend gut',
  ],
  en_adj: [
    'unstable',
    'slow',
    'unusable',
    'perfectly fine',
    'much better',
    'unchanged',
    'unreachable',
    'sluggish',
  ],
};
const DE_TITLE = [
  '{de_topic} bei {product} funktioniert nicht',
  '{product}: {error} {de_when}',
  '{device} verliert {de_when} die Verbindung',
  'Frage zu {de_topic} und {de_topic}',
  '{error} am {device} – wer kennt das?',
  'Wie richte ich {de_topic} für {num} Standorte ein?',
  '{product} in {city}: {de_topic} {de_adj}',
  'Erfahrungen mit {product} und {device}?',
  '{de_topic} im Kundenportal ändern',
  'Störung {city}: {device} {de_adj}',
  'Wunsch: {de_topic} per API steuern',
  'Rechnung zu {product} – {de_topic} falsch berechnet',
];
const EN_TITLE = [
  '{en_topic} not working with {product}',
  '{product}: {error} {en_when}',
  '{device} drops the connection {en_when}',
  'Question about {en_topic} and {en_topic}',
  'How do I set up {en_topic} for {num} sites?',
  '{product} in {city}: {en_topic} is {en_adj}',
  'Any experience with {product} and the {device}?',
  'Feature request: {en_topic} via API',
];
const DE = [
  'Wir nutzen {product} an {num} Standorten und haben {de_when} Probleme mit dem Thema {de_topic}.',
  'Das Gerät {device} meldet {error}, obwohl die Leitung laut {de_role} in Ordnung ist.',
  'Ich habe bereits {de_step} und {de_step}, leider ohne Erfolg.',
  'Im Kundenportal wird unter {de_topic} nur ein leerer Bereich angezeigt.',
  'Kann jemand bestätigen, dass {de_topic} mit {product} überhaupt vorgesehen ist?',
  'Laut {de_role} soll {product} in {city} erst im nächsten Quartal verfügbar sein.',
  'Bei uns in {city} läuft {device} inzwischen {de_adj}.',
  'Die Ticketnummer lautet {ticket}, eine Rückmeldung steht noch aus.',
  'Wichtig ist uns vor allem, dass {de_topic} und {de_topic} zusammen funktionieren.',
  'Nach dem Neustart war {de_topic} für etwa {num} Minuten {de_adj}, dann kam wieder {error}.',
  'Unsere {de_role} wartet dringend auf eine Lösung, weil der Betrieb sonst steht.',
  'Der Techniker war am Vormittag vor Ort und hat {device} ausgetauscht.',
  'In der Anleitung steht, dass man für {de_topic} die Option {product} buchen muss.',
  'Bitte prüfe einmal, ob {de_topic} auf dem {device} aktiviert ist.',
  'Mit der aktuellen Firmware {fw} ist die Übertragung bei uns {de_adj}.',
  'Ich würde zuerst {de_topic} prüfen und danach das {device} mit der Firmware {fw} neu einrichten.',
  'Ohne Priorisierung der Sprachpakete bricht die Verbindung {de_when} ab.',
  'Die Messung ergab {num} Mbit/s im Download und einen Paketverlust von {small} Prozent.',
  'Für die {de_role} haben wir eine eigene Kostenstelle angelegt, trotzdem fehlt sie auf der Rechnung.',
  'Danke für den Hinweis, das hat bei {product} sofort geholfen.',
  'Als Umgehung nutzen wir gerade einen {device} mit Mobilfunk als Ausfallsicherung.',
  'Die Umstellung der {de_topic} dauert nach meiner Erfahrung bis zu {num} Stunden.',
  'Gibt es dazu eine Dokumentation oder einen Eintrag in der Wissensdatenbank?',
  'Der Vertrag läuft noch {num} Monate, eine Kündigung kommt daher nicht in Frage.',
  'Auf dem Server sehen wir im Protokoll mehrfach {error} mit der Adresse {ip}.',
  'Sobald mehr als {num} Gespräche gleichzeitig laufen, wird die Sprachqualität {de_adj}.',
  'Die Freigabe muss eine Person mit der Rolle Administrator im Portal erteilen.',
  'Ich melde mich, sobald die {de_role} das Ergebnis der Leitungsmessung schickt.',
  'Wir haben {de_step}; seitdem ist {de_topic} {de_adj}.',
  'Vergleichbare Fälle gab es in {city} und {city} {de_when} ebenfalls.',
];
const EN = [
  'We run {product} at {num} sites and have had trouble with {en_topic} {en_when}.',
  'The {device} reports {error} although the {en_role} says the line is fine.',
  'I already {en_step} and {en_step}, unfortunately without success.',
  'In the customer portal the section for {en_topic} stays empty.',
  'Can anybody confirm that {en_topic} is supported with {product}?',
  'At our office in {city} the {device} is {en_adj} by now.',
  'The ticket number is {ticket} and we are still waiting for an answer.',
  'After the reboot {en_topic} was {en_adj} for {num} minutes, then {error} came back.',
  'Please check whether {en_topic} is enabled on the {device}.',
  'With firmware {fw} the transfer rate is {en_adj} for us.',
  'Our {en_role} needs a solution soon because the shop cannot take calls.',
  'The test showed {num} Mbit/s downstream and {small} percent packet loss.',
  'As a workaround we use the {device} with mobile data as failover.',
  'Thanks for the hint, that solved it for {product} right away.',
  'Is there any documentation or a knowledge base article about {en_topic}?',
  'The server log shows {error} from {ip} several times an hour.',
  'The approval has to be given by a person with the administrator role.',
  'Changing {en_topic} took about {num} hours in our case.',
  'We saw the same in {city} and {city} {en_when}.',
  'As soon as more than {num} calls run in parallel, voice quality is {en_adj}.',
];
const TAGS = [
  'glasfaser',
  'dsl',
  'router',
  'sip',
  'telefonie',
  'mobilfunk',
  'esim',
  'mdm',
  'iot',
  'vpn',
  'rechnung',
  'vertrag',
  'portal',
  'api',
  'sicherheit',
  'dns',
  'stoerung',
  'portierung',
  'ipv6',
  'firmware',
];

const LITERAL = {
  num: (r) => String(r.range(2, 250)),
  small: (r) => `${r.int(9)},${r.int(10)}`,
  fw: (r) => `${r.range(5, 9)}.${r.int(60)}.${r.int(10)}`,
  ip: (r) => `10.${r.int(256)}.${r.int(256)}.${r.range(1, 254)}`,
  ticket: (r) => `INC${String(r.range(1000000, 9999999))}`,
};
const fill = (r, tpl) => tpl.replace(/\{(\w+)\}/g, (_, k) => (LITERAL[k] ? LITERAL[k](r) : r.pick(V[k])));
const cap = (s) => s[0].toUpperCase() + s.slice(1);

export function makeTitle(rnd, lang) {
  return cap(fill(rnd, rnd.pick(lang === 'en' ? EN_TITLE : DE_TITLE)));
}
export function makeBody(rnd, lang, ctx) {
  // 80 to 150 words of Markdown
  const target = rnd.range(82, 138);
  const bank = lang === 'en' ? EN : DE;
  const out = [];
  let words = 0;
  let para = [];
  const flush = () => {
    if (para.length) {
      out.push(para.join(' '));
      para = [];
    }
  };
  const count = (s) => s.split(/\s+/).filter(Boolean).length;
  if (ctx.opening) {
    const s = lang === 'en' ? 'Hello everyone,' : 'Hallo zusammen,';
    out.push(s);
    words += 2;
  }
  if (ctx.quote) {
    const s = fill(rnd, rnd.pick(bank));
    out.push(`> @${ctx.quote} ${lang === 'en' ? 'wrote' : 'schrieb'}: ${s}`);
    words += count(s) + 2;
  } else if (ctx.mention) {
    para.push(`@${ctx.mention}`);
    words += 1;
  }
  while (words < target) {
    let s = fill(rnd, rnd.pick(bank));
    if (rnd.chance(0.06)) {
      const w = s.split(' ');
      const i = rnd.int(w.length - 1);
      w[i] = `**${w[i]}**`;
      s = w.join(' ');
    }
    para.push(s);
    words += count(s);
    if (para.length >= 3 && rnd.chance(0.45)) {
      flush();
      const x = rnd();
      if (x < 0.1 && words < target - 20) {
        const n = rnd.range(2, 4);
        const items = [];
        for (let i = 0; i < n; i += 1) {
          const t = rnd.pick(lang === 'en' ? V.en_step : V.de_step);
          items.push(`${ctx.opening ? `${i + 1}.` : '-'} ${cap(t)}`);
          words += count(t);
        }
        out.push(items.join('\n'));
      } else if (x < 0.15) {
        const t = `ping ${fill(rnd, '{ip}')}\ntraceroute ${fill(rnd, '{ip}')} # ${rnd.pick(V.error)}`;
        out.push(`\`\`\`\n${t}\n\`\`\``);
        words += count(t);
      } else if (x < 0.2) {
        const t = lang === 'en' ? 'See the' : 'Siehe auch die';
        out.push(
          `${t} [${lang === 'en' ? 'guide' : 'Anleitung'}](https://hilfe.example.test/artikel/${rnd.range(100, 999)}).`,
        );
        words += 4;
      }
    }
  }
  flush();
  return out.join('\n\n');
}

// ---------------------------------------------------------------- shape
export function plan(options = {}) {
  const o = { ...DEFAULTS, ...options };
  if (o.posts < o.threads) throw new Error('posts must be >= threads');
  const end = Date.parse(o.end);
  const span = o.days * 86400000;
  const start = end - span;
  const r = prng(o.seed, 1);
  const T = o.threads;
  const P = o.posts;

  // posts per thread: a few giants (about 1 per 4,000 threads), some long, log-normal rest
  const size = new Uint32Array(T).fill(1);
  const order = shuffled(r, T);
  let left = P - T;
  const giants = Math.max(1, Math.round(T / 4000));
  const long = Math.round(T * 0.0015);
  for (let i = 0; i < giants; i += 1) {
    const n = Math.min(1024 + (giants - 1 - i) * 130 + r.int(40), Math.floor(left / 2));
    size[order[i]] += n;
    left -= n;
  }
  for (let i = giants; i < giants + long && i < T; i += 1) {
    const n = Math.min(r.range(150, 420), Math.floor(left / 4));
    size[order[i]] += n;
    left -= n;
  }
  const w = new Float64Array(T);
  let ws = 0;
  for (let i = giants + long; i < T; i += 1) {
    w[order[i]] = Math.exp(r.normal() * 0.95);
    ws += w[order[i]];
  }
  const budget = left;
  for (let i = giants + long; i < T; i += 1) {
    const n = Math.min(left, Math.floor((w[order[i]] / ws) * budget));
    size[order[i]] += n;
    left -= n;
  }
  const wcum = cumulative(w);
  while (left > 0) {
    size[draw(r, wcum)] += 1;
    left -= 1;
  }

  // threads in time order, growing activity
  const tTime = Float64Array.from({ length: T }, () => start + Math.sqrt(r()) * (span - 7200000)).sort();
  // giants start early so that they had the time to grow
  for (let i = 0; i < giants; i += 1) {
    const cur = order[i];
    const early = Math.floor(T * (0.05 + (0.1 * i) / giants));
    const t = size[cur];
    size[cur] = size[early];
    size[early] = t;
  }
  const bcum = cumulative(Array.from({ length: o.boards }, (_, i) => 1 / (i + 1) ** 0.7));
  const bmap = shuffled(r, o.boards);
  const ucum = cumulative(Array.from({ length: o.users }, (_, i) => 1 / (i + 3) ** 0.85));
  const umap = shuffled(r, o.users);
  const user = () => umap[draw(r, ucum)];

  const thread = {
    board: new Uint32Array(T),
    author: new Uint32Array(T),
    time: tTime,
    size,
    lang: new Uint8Array(T),
    kind: new Uint8Array(T),
    solution: new Int32Array(T).fill(-1),
    views: new Uint32Array(T),
  };
  // posts, first grouped by thread
  const pThread = new Uint32Array(P);
  const pTime = new Float64Array(P);
  const pSeq = new Uint32Array(P);
  const pAuthor = new Uint32Array(P);
  const pParent = new Int32Array(P).fill(-1);
  const pSol = new Uint8Array(P);
  let k = 0;
  for (let t = 0; t < T; t += 1) {
    const b = bmap[draw(r, bcum)];
    thread.board[t] = b;
    thread.author[t] = user();
    thread.lang[t] = b === 17 || r.chance(0.12) ? 1 : 0;
    thread.kind[t] = r.chance(0.78) ? 1 : 0; // 1 = question
    const n = size[t];
    const room = end - tTime[t];
    const first = k;
    // big threads stretch over the rest of the period, small ones over some days
    const mean = n > 100 ? room / (n * 1.02) : Math.min(room / (n + 1), 3600000 * 20);
    const gaps = Array.from({ length: n - 1 }, () => Math.max(30000, r.exp(mean)));
    const total = gaps.reduce((a, b) => a + b, 0);
    const scale = total > room * 0.97 ? (room * 0.97) / total : 1;
    let at = tTime[t];
    const cast = n > 40 ? 0 : Math.min(6, n); // small threads: few people talking
    const people = [thread.author[t]];
    for (let i = 1; i < cast; i += 1) people.push(user());
    for (let i = 0; i < n; i += 1, k += 1) {
      if (i > 0) at += gaps[i - 1] * scale;
      pThread[k] = t;
      pSeq[k] = i;
      pTime[k] = Math.floor(at);
      pAuthor[k] = i === 0 ? thread.author[t] : cast ? people[r.int(people.length)] : user();
      if (i > 0) pParent[k] = r.chance(0.6) ? first : first + Math.max(0, i - 1 - Math.floor(r.exp(2)));
    }
    if (thread.kind[t] && n > 1 && r.chance(0.5)) {
      const s = first + 1 + r.int(Math.min(n - 1, 6));
      pSol[s] = 1;
      thread.solution[t] = s;
    }
    thread.views[t] = Math.floor(n * (8 + r.exp(30)));
  }
  // chronological ids over all threads (an opening post always before its replies)
  const byTime = Uint32Array.from({ length: P }, (_, i) => i).sort(
    (a, b) => pTime[a] - pTime[b] || pThread[a] - pThread[b] || pSeq[a] - pSeq[b],
  );
  const pid = new Uint32Array(P);
  byTime.forEach((g, i) => {
    pid[g] = i + 1;
  });

  // kudos: unique (post, user), never one's own, skewed to opening and solution posts
  const kr = prng(o.seed, 2);
  const pw = new Float64Array(P);
  for (let i = 0; i < P; i += 1) pw[i] = Math.exp(kr.normal() * 1.3) * (pSol[i] ? 6 : pSeq[i] === 0 ? 2 : 1);
  const pcum = cumulative(pw);
  const seen = new Set();
  const kudos = [];
  const pKudos = new Uint32Array(P);
  let guard = o.kudos * 50;
  while (kudos.length < o.kudos && guard > 0) {
    guard -= 1;
    const p = draw(kr, pcum);
    const u = umap[draw(kr, ucum)];
    const key = p * o.users + u;
    if (u === pAuthor[p] || seen.has(key)) continue;
    seen.add(key);
    pKudos[p] += 1;
    kudos.push([p, u, Math.floor(Math.min(end - 1, pTime[p] + 60000 + kr.exp(86400000 * 4)))]);
  }
  kudos.sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1]);
  return { o, start, end, thread, byTime, pid, pThread, pTime, pSeq, pAuthor, pParent, pSol, pKudos, kudos };
}

export function makeUsers(o, start) {
  const r = prng(o.seed, 3);
  const used = new Set();
  const out = [];
  for (let i = 0; i < o.users; i += 1) {
    const f = r.pick(FIRST);
    const l = r.pick(LAST);
    let h;
    const x = r();
    if (x < 0.45) h = `${f}-${l}`;
    else if (x < 0.75) h = `${f}_${r.range(60, 99)}`;
    else h = `${r.pick(NICK)}-${f}`;
    while (used.has(h.replace(/_/g, '-'))) h += String(r.int(10));
    used.add(h.replace(/_/g, '-'));
    out.push({
      type: 'user',
      id: i + 1,
      handle: h,
      displayName: `${cap(f)} ${cap(l)}`,
      role: i === 0 ? 'admin' : i < 1 + Math.ceil(o.users * 0.005) ? 'moderator' : 'member',
      company: `${r.pick(COMPANY)} ${cap(l)} ${r.pick(V.city)}`,
      bio: r.chance(0.4) ? fill(r, 'Zuständig für {de_topic} und {product}, Standort {city}.') : '',
      createdAt: new Date(start - Math.floor(r() * 86400000 * 200)).toISOString(),
    });
  }
  return out;
}

export function* generate(options = {}) {
  const g = plan(options);
  const { o } = g;
  yield { type: 'meta', generator: 'dataset.mjs/1', ...o };
  for (let i = 0; i < o.boards; i += 1) {
    const b = BOARDS[i % BOARDS.length];
    const n = i < BOARDS.length ? '' : `-${Math.floor(i / BOARDS.length) + 1}`;
    yield {
      type: 'board',
      id: i + 1,
      slug: b[0] + n,
      title: b[1] + (n && ` ${n.slice(1)}`),
      description: b[2],
      createdAt: new Date(g.start - 86400000 * 210).toISOString(),
    };
  }
  const users = makeUsers(o, g.start);
  yield* users;
  const titles = new Map();
  for (const i of g.byTime) {
    const t = g.pThread[i];
    const id = g.pid[i];
    const lang = g.thread.lang[t] ? 'en' : 'de';
    let title = titles.get(t);
    if (g.pSeq[i] === 0) {
      const r = prng(o.seed, 4, t);
      title = makeTitle(r, lang);
      titles.set(t, title);
      const tags = new Set();
      for (let n = r.int(4); n > 0; n -= 1) tags.add(r.pick(TAGS));
      yield {
        type: 'thread',
        id: t + 1,
        board: g.thread.board[t] + 1,
        author: g.thread.author[t] + 1,
        title,
        lang,
        kind: g.thread.kind[t] ? 'question' : 'discussion',
        tags: [...tags],
        posts: g.thread.size[t],
        views: g.thread.views[t],
        solution: g.thread.solution[t] < 0 ? null : g.pid[g.thread.solution[t]],
        createdAt: new Date(g.pTime[i]).toISOString(),
      };
    }
    const r = prng(o.seed, 5, id);
    const par = g.pParent[i];
    const parHandle = par >= 0 ? users[g.pAuthor[par]].handle : null;
    const x = r();
    const body = makeBody(r, r.chance(0.04) ? (lang === 'en' ? 'de' : 'en') : lang, {
      opening: g.pSeq[i] === 0,
      quote: parHandle && x < 0.12 ? parHandle : null,
      mention: parHandle && x >= 0.12 && x < 0.22 ? parHandle : null,
    });
    yield {
      type: 'post',
      id,
      thread: t + 1,
      board: g.thread.board[t] + 1,
      author: g.pAuthor[i] + 1,
      parent: par < 0 ? null : g.pid[par],
      title: g.pSeq[i] === 0 ? title : `Re: ${title}`,
      body,
      solution: g.pSol[i] === 1,
      kudos: g.pKudos[i],
      createdAt: new Date(g.pTime[i]).toISOString(),
    };
  }
  let n = 0;
  for (const [p, u, at] of g.kudos)
    yield { type: 'kudo', id: (n += 1), post: g.pid[p], user: u + 1, createdAt: new Date(at).toISOString() };
}

// ---------------------------------------------------------------- command line
if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const opt = {};
  let out = null;
  let stats = false;
  let types = null;
  const argv = process.argv.slice(2);
  for (let i = 0; i < argv.length; i += 1) {
    const a = argv[i];
    if (a === '--stats') stats = true;
    else if (a === '--out') out = argv[(i += 1)];
    else if (a === '--limit-types') types = new Set(argv[(i += 1)].split(','));
    else if (a.startsWith('--') && a.slice(2) in DEFAULTS) {
      const k = a.slice(2);
      const v = argv[(i += 1)];
      opt[k] = k === 'end' ? v : Number(v);
    } else {
      console.error(`unknown option ${a}`);
      process.exit(2);
    }
  }
  const fd = out && out !== '-' ? fs.openSync(out, 'w') : 1;
  const write = (s) => {
    const b = Buffer.from(s);
    let at = 0;
    while (at < b.length) {
      try {
        at += fs.writeSync(fd, b, at);
      } catch (e) {
        if (e.code !== 'EAGAIN') throw e;
      }
    }
  };
  const c = {};
  let words = 0;
  let min = 1e9;
  let max = 0;
  let buf = [];
  let len = 0;
  const sizes = [];
  for (const rec of generate(opt)) {
    c[rec.type] = (c[rec.type] || 0) + 1;
    if (stats && rec.type === 'post') {
      const n = rec.body.split(/\s+/).length;
      words += n;
      if (n < min) min = n;
      if (n > max) max = n;
    }
    if (stats && rec.type === 'thread') sizes.push(rec.posts);
    if (stats || (types && !types.has(rec.type))) continue;
    const s = `${JSON.stringify(rec)}\n`;
    buf.push(s);
    len += s.length;
    if (len > 1 << 20) {
      write(buf.join(''));
      buf = [];
      len = 0;
    }
  }
  if (buf.length) write(buf.join(''));
  if (stats) {
    sizes.sort((a, b) => b - a);
    console.error(
      JSON.stringify(
        {
          counts: c,
          words: { mean: +(words / c.post).toFixed(1), min, max },
          threadSizes: {
            top: sizes.slice(0, 8),
            over100: sizes.filter((n) => n > 100).length,
            median: sizes[sizes.length >> 1],
            single: sizes.filter((n) => n === 1).length,
          },
        },
        null,
        1,
      ),
    );
  }
}
