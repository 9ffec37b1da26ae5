import type { Match, Rule } from '../rule.js';
import { isStandIn, looksSecret } from './looks-secret.js';

/** What stands before a password in a line typed into a shell; nothing but the password follows. */
const BEFORE_PASSWORD: readonly string[] = [
  'sshpass[^\\n|;]{0,20}? -p ?',
  'mosquitto_[^\\n|;]{0,60}? -p ',
  'redis-cli[^\\n|;]{0,40}? -a ',
  'mysql(?:dump|admin)?[^\\n|;]{0,60}? -p(?=\\S)',
  'snmp\\w{1,10} [^\\n|;]{0,40}?-c ?',
  'snmp\\w{1,10} [^\\n|;]{0,80}? -[ax] (?!(?:md5|sha|aes|des)(?![\\p{L}]))',
  'ldap\\w{3,8} [^\\n|;]{0,80}? -w ',
  'smbclient [^\\n|;]{0,80}? -u ?["\']?[^\\s%]{1,40}%',
  '(?<!\\p{L})(?:7z[ar]?|(?:un)?rar) [^\\n|;]{0,40}? -p(?=\\S)',
  '(?<!\\p{L})(?:un)?zip [^\\n|;]{0,24}?-p ',
  'htpasswd -\\w{0,4}b\\w{0,4} \\S{1,80} \\S{1,40} ',
  'schtasks [^\\n]{0,160}? \\/rp ',
  'cmdkey [^\\n]{0,80}? \\/pass:',
  '(?:plink|pscp|psftp|putty)[^\\n|;]{0,60}? -pw ',
  'freerdp [^\\n|;]{0,80}? \\/p:',
  '(?:ipmitool|sqlcmd|osql|isql) [^\\n|;]{0,80}? -p ',
  'docker login [^\\n|;]{0,60}? -p ',
  'psexec [^\\n]{0,80}? -p ',
  '(?<!\\S)-(?:src|dest)?(?:store|key)pass ',
  'pass(?:in|out)[ =]pass:',
  '--pass(?:word|phrase)?=',
  'convertto-securestring (?:-string )?(?=["\'])',
  'sqlplus \\S{1,40}\\/(?=[^\\s@]{4,64}@)',
];
/** What stands before a key in the settings of routers, switches and phones. */
const BEFORE_KEY: readonly string[] = [
  'wpa-psk (?:ascii|hex) (?:[07] )?',
  'key-string (?:[07] )?',
  'pre-shared-(?:key|secret) (?:[0-9]{1,3} )?(?:ascii-text|text|hexadecimal|local|remote|address \\S{1,40} key) ',
  '(?:message-digest|authentication)-key [0-9]{1,3} (?:md5|hmac-\\S{1,12}) (?:[07] )?',
  'standby [0-9]{1,4} authentication (?:md5 key-string )?(?!md5|text)',
];
const AFTER_WORDS = new RegExp(
  `(?:${[...BEFORE_PASSWORD, ...BEFORE_KEY].join('|')})["']?(?<value>[^\\s"'@]{4,128})`,
  'gu',
);
/** Where words of a sentence may follow as well: *mit --password angeben*. */
const AFTER_OPTION =
  /(?:(?<!\S)--pass(?:word|phrase)? |\/user:[^\s]{1,64} {1,2}|(?<!\p{L})net user \S{1,40} )["']?(?<value>[^\s"']{6,128})/gu;
/** What an archive or a list is called. */
const FILE = /\.(?:zip|7z|rar|tar|gz|txt|csv|sql|pdf|xml|json)$/i;
/** `curl -u user:secret`. */
const USER_AND_PASSWORD = /(?<!\S)(?:-u|--user)[ =]?[^\s:]{1,64}:(?<value>[^\s"']{4,128})/gu;
/** `net use Z: \\nas\data secret /user:me`. */
const BEFORE_USER = /(?<!\p{L})net use [^\n]{1,80}?\\\S{1,80} (?<value>[^\s/*]\S{3,63})(?= \/user:)/gu;
/** `echo secret | sudo -S`, `echo user:secret | chpasswd`. */
const ECHOED =
  /(?<!\p{L})echo (?:-n )?["']?(?:[^\s"':]{1,40}:)?(?<value>[^\s"':]{4,64})(?=["']? ?\| ?(?:sudo -s|(?:sudo )?chpasswd|passwd --stdin))/gu;
/** The second line of what OpenVPN reads name and password from. */
const USER_PASS_BLOCK = /<auth-user-pass>[ \t]*\n[^\n]{1,80}\n(?<value>[^\s<]{4,128})(?=[ \t]*\n)/gu;

/** Passwords in lines of commands and in settings of devices, known by where they stand. */
export const commandSecretRule: Rule = {
  *find({ text, folded }): Iterable<Match> {
    for (const expression of [
      AFTER_WORDS,
      AFTER_OPTION,
      USER_AND_PASSWORD,
      BEFORE_USER,
      ECHOED,
      USER_PASS_BLOCK,
    ])
      for (const { index, 0: all, groups } of folded.matchAll(expression)) {
        const end = index + all.length;
        const start = end - groups!.value!.length;
        const value = text.slice(start, end).replace(/[,;)]+$/, '');
        if (
          expression === AFTER_OPTION
            ? looksSecret(value, true)
            : value.length >= 4 && !isStandIn(value) && !FILE.test(value)
        )
          yield { kind: 'secret', start, end: start + value.length };
      }
  },
};
