import { describe, expect, it } from '@jest/globals';
import { found } from '../testing/found.js';

// Values are put together here, so that no scanner of this repository takes them for real ones.
const random = 'Q7xZ2mLp9TcVb4NsKd1RfWy6PgJe0AqT5uHv';
const key = (label: string, body = random.repeat(3)) =>
  `-----BEGIN ${label}-----\n${body}\n${body}\n-----END ${label}-----`;

describe('keys and tokens that are known by their shape', () => {
  it.each([
    `AK${'IA'}Q7XZ2MLP9TCVB4NS`,
    `gh${'p_'}${random}`,
    `github_${'pat_'}${random}`,
    `gl${'pat-'}${random.slice(0, 20)}`,
    `xox${'b-'}1234567890-${random}`,
    `sk_${'live_'}${random}`,
    `wh${'sec_'}${random}`,
    `np${'m_'}${random}`,
    `AI${'za'}${random.slice(0, 35)}`,
    `SG${'.'}${random.slice(0, 22)}.${random}`,
    `ey${'J'}hbGciOiJIUzI1NiJ9.ey${'J'}zdWIiOiIxMjM0In0.${random}`,
    `xap${'p-'}1-A0123456789-1234567890123-${'0a'.repeat(32)}`,
    `GOC${'SPX-'}${random.slice(0, 28)}`,
    `dckr_${'pat_'}${random.slice(0, 27)}`,
    `shp${'at_'}${'0a'.repeat(16)}`,
    `AT${'ATT3'}${random}`,
    `S${'K'}${'0a'.repeat(16)}`,
    `ke${'y-'}${'0a'.repeat(16)}`,
    `${'0a'.repeat(16)}-us12`,
    `xke${'ysib-'}${'0a'.repeat(32)}-${random.slice(0, 16)}`,
    `gl${'sa_'}${random.slice(0, 32)}_0a0a0a0a`,
    `da${'pi'}${'0a'.repeat(16)}`,
    `PM${'AK-'}${'0a'.repeat(12)}-${'0a'.repeat(17)}`,
    `lin_${'api_'}${random}`,
    `tskey-${'auth-'}kQ7xZ2mLp9-${random.slice(0, 24)}`,
    `1//${'0'}${random}`,
    `AGE-${'SECRET-KEY-1'}${random.toUpperCase()}${random.toUpperCase().slice(0, 22)}`,
    `$6$${random.slice(0, 8)}$${random}`,
    'LPA:1$rsp.netz.de$Q7XZ2-MLP9T',
  ])('%s', (token) => expect(found(`Mit ${token} geht es.`, 'secret')).toEqual([token]));

  it('takes the password of an address alone', () =>
    expect(found('git clone https://max:Tr0ub4dor@git.netz.de/x.git', 'secret')).toEqual(['Tr0ub4dor']));

  it('takes the credentials of a header', () =>
    expect(found(`curl -H "Authorization: Bearer ${random}" https://api.intern/`, 'secret')).toEqual([
      random,
    ]));

  it.each([
    'Bearer <TOKEN>',
    'Basic authentication',
    'ghp_kurz',
    'AKIA ist ein Präfix',
    'https://host:8080/@x',
  ])('not %s', (text) => expect(found(text, 'secret')).toEqual([]));
});

describe('private keys', () => {
  it.each([
    'RSA PRIVATE KEY',
    'PRIVATE KEY',
    'OPENSSH PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
    'PGP PRIVATE KEY BLOCK',
  ])('of the kind %s from the header to the footer', (label) =>
    expect(found(`So:\n\n${key(label)}\n\nDanke`, 'secret')).toEqual([key(label)]),
  );

  it('without a footer up to the end of the paragraph', () => {
    const open = key('PRIVATE KEY').replace(/\n-----END.*/, '');
    expect(found(`${open}\n\nDanke`, 'secret')).toEqual([open]);
  });

  it('in a block of code', () =>
    expect(found(`\`\`\`\n${key('PRIVATE KEY')}\n\`\`\`\nDanke`, 'secret')).toEqual([key('PRIVATE KEY')]));

  it('and no public ones', () => expect(found(key('PUBLIC KEY'), 'secret')).toEqual([]));
});

describe('passwords behind a word', () => {
  it('takes every code of an enumeration', () =>
    expect(
      found('Wiederherstellungscodes: 4hq2-m7xt, k3wz-91pd und r8vb-x5nc, sonst keine', 'secret'),
    ).toEqual(['4hq2-m7xt', 'k3wz-91pd', 'r8vb-x5nc']));

  it.each([
    ['das Passwort ist kornblume12, alles klein', 'kornblume12'],
    ['Passwort: Sommer2024!', 'Sommer2024!'],
    ['wlan schlüssel ist Gaestenetz!7731xK , handys', 'Gaestenetz!7731xK'],
    ['Passwort „Bergbahn-Zermatten9“.', 'Bergbahn-Zermatten9'],
    ['Benutzer admin, PW: Heizkeller_3Og. Danach', 'Heizkeller_3Og'],
    ['Kennwort zV4!mmQ29-ost hab ich kopiert', 'zV4!mmQ29-ost'],
    ['sein Passwort mitgeschickt („Feierabend17Uhr“).', 'Feierabend17Uhr'],
    ['das Kennwort lautet „Drei Affen 7“', 'Drei Affen 7'],
    ['  DB_PASSWORD: tr0tzdem-Ganz-Geheim_55', 'tr0tzdem-Ganz-Geheim_55'],
    ['{"password": "hunter2xx"}', 'hunter2xx'],
    ['psk=Wn7-kvTq-33xz', 'Wn7-kvTq-33xz'],
    ['API-Key 9f3c1e7ab2d84406b5a0c7712fe98d13 neu', '9f3c1e7ab2d84406b5a0c7712fe98d13'],
    ['Token tok_9xR2mLq7ZvT4wKb0 hängt', 'tok_9xR2mLq7ZvT4wKb0'],
    ['secret = kjhgqwzpxmvnbtrdlsfy', 'kjhgqwzpxmvnbtrdlsfy'],
    ['https://host/x?key=t3_tQugo8S&hl=en', 't3_tQugo8S'],
    ['Zugangsdaten: admin / Kassel!2024', 'Kassel!2024'],
    ['curl -u admin:Kassel!2024 https://host', 'Kassel!2024'],
    ['snmp-server community S3cr3tRO', 'S3cr3tRO'],
    ['Passwort für den Router: Apfel7Baum', 'Apfel7Baum'],
    ['Das voreingestellte Passwort des Geräts lautet Apfel7Baum.', 'Apfel7Baum'],
    ['the password for the guest wifi is Apple7Tree', 'Apple7Tree'],
    ['Netzwerkschlüssel (WPA2): 77412093348812', '77412093348812'],
    ['die Super-PIN der SIM ist 40718829', '40718829'],
    ['PUK 40718829, danach', '40718829'],
    ['die PIN lautet 4711.', '4711'],
    ['`Passwort:` **Sommer2024**', 'Sommer2024'],
    ['Das Portal will das Kennwort, ich gebe Dk7$mmW2 ein und es sagt falsch', 'Dk7$mmW2'],
    ['beim Passwort tippe ich immer kanne77 und komme rein', 'kanne77'],
    ['Der WPA2-Schlüssel vom Aufkleber, 73901846625510287734, geht nicht', '73901846625510287734'],
    ['Unser Passwort kannte jeder, also Biber_Bau19 als nächstes', 'Biber_Bau19'],
    ['mosquitto_pub -u halle1 -P Zange_17 -t test', 'Zange_17'],
    ['die Passphrase (vier-Hasen-am-Zaun). Reicht das?', 'vier-Hasen-am-Zaun'],
    ['Kann man die PIN am Schrank ändern? Derzeit 41-09-77, das kennt jeder', '41-09-77'],
    ['Gerätecode ist vermutlich 20 51 88, aber es piept', '20 51 88'],
    ['Gefragt wird die Telefon-Geheimzahl. Meine ist vierstellig (6153), reicht das?', '6153'],
    ['Verlangt wird eine Portierungs-PIN vom alten Anbieter. Die wäre 7306.', '7306'],
    ['Das Kennwort braucht zehn Zeichen. Unser bisheriges Hobel42 geht nicht mehr', 'Hobel42'],
    ['Auth-Code für die .com-Domain ist 4Kp-lachs-R81, Transfer scheitert', '4Kp-lachs-R81'],
    ['Das FTP-Passwort ist Apfelmus, damit komme ich rein.', 'Apfelmus'],
    ['mit dem Passwort Rosenkohl kommt "denied"', 'Rosenkohl'],
    ['Benutzer verwaltung, Kennwort Regenbogen, Server 4', 'Regenbogen'],
    ['Unser WLAN-Schlüssel heißt Sommerfest 2024, steht am Empfang.', 'Sommerfest 2024'],
    ['Das Plesk-Passwort (Kirschkern) nimmt er nicht.', 'Kirschkern'],
    ['Als Passwort habe ich Zwetschge genommen.', 'Zwetschge'],
    ['FTP-Zugang: web12 / Seestern.', 'Seestern'],
    ['Standardpasswort 0000', '0000'],
    ['Die PUK vom Brief 48302716 nimmt er nicht', '48302716'],
    ['Der Tresorcode 8-4-1-9 geht nicht', '8-4-1-9'],
    ['PIN des Zählers 5512', '5512'],
    ['SNMP-Community ist fabrik-ro', 'fabrik-ro'],
    ['Der WPA2-Key vom Gastnetz ist sonnenblume-im-hof', 'sonnenblume-im-hof'],
    [
      'Wo kommt der API-Key hin? Ich habe 7c20be14af93d6582e1b40c97ad3f561 bekommen',
      '7c20be14af93d6582e1b40c97ad3f561',
    ],
    ['Unserer war K4QW-71PM-8XZB-L5TD, der wird abgelehnt', 'K4QW-71PM-8XZB-L5TD'],
  ])('%s', (text, secret) => expect(found(text, 'secret')).toEqual([secret]));

  it.each([
    'Das Passwort muss mindestens 12 Zeichen haben',
    'Passwort-Reset kommt nicht an, Passwort: vergessen',
    'passwort = "********"',
    'Kennwort: <IHR_KENNWORT>, password: ${DB_PASSWORD}, token: {{token}}',
    'Passwort ist falsch, Passwort war abgelaufen',
    'Passwort SHA-256 und WPA2-Schlüssel, Token OAuth2',
    'curl -u BENUTZER:PASSWORT http://localhost:8080/health',
    'for (String key : bucketInfo.getKeys()) {',
    'dann PIN, danach Stille; PIN mit 4 Stellen',
    'root-Passwort (Systemverwalter-Passwort)',
    'Token 12-stellig eingeben',
    'Beim Passwort kommt der Fehler: AADSTS50126',
    'Das Passwort nach dem Update ist 12-stellig',
    'Passwort der FRITZ!Box7590 oder FritzBox7590 ändern, danach Firmware7.57 laden',
    'Das Kennwort gebe ich am Panel TP1200 ein, dann kommt F30002',
    'Passwort muss A-Z, a-z, 0-9 und eines von !#$%&* haben',
    'Die PIN hat vier Stellen. Aktuell 12 Geräte betroffen, derzeit 2026 Stück verkauft',
    'Der Fehlercode erscheint täglich. Aktuell 4711, das ist der Lüfter',
    'Wegen der PIN riefen wir an, das war 2024 und die Firmware ist 7.57',
    'Das Passwort läuft ab. Unser neues ERP2025 verlangt das nicht',
    'Das Passwort ist Pflicht. Das Passwort ist Sache des Kunden.',
    'Passwort Manager, Passwort Safe und Kennwort Eingabe, dann OK',
    'mit dem Passwort Dialog stimmt etwas nicht, das Passwort war Montag noch gültig',
    'Als Passwort habe ich Sonderzeichen verwendet. Portal: Rechnung / Vertrag.',
    'Passwort 12 Zeichen, SNMP-Community ist public',
    'Gerät 6ES7-512-1DK01-0AB0 und UUID 9F3C1E7A-B2D8-4406-B5A0-C7712FE98D13',
  ])('nothing in: %s', (text) => expect(found(text, 'secret')).toEqual([]));
});
