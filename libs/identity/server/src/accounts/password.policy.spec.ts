import { describe, expect, it } from '@jest/globals';
import { judgePassword } from './password.policy.js';

const facts = { siteName: 'Werkbank', mail: 'kerstin@muster-elektro.example', nickname: 'Kranich42' };
const reasonFor = (password: string) =>
  judgePassword(password, facts).refusal?.messageKey.replace('identity:password.', '');

describe('judgePassword (V6.1.2, V6.2.9, V6.2.11)', () => {
  it.each([
    ['kurz', 'tooShort'],
    ['🌧🌧🌧🌧🌧🌧🌧', 'tooShort'],
    ['a'.repeat(257), 'tooLong'],
    ['passwort', 'common'],
    ['Passwort2026!', 'common'],
    ['12345678', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['Werkbank2026', 'obvious'],
    ['KUNDIG!!', 'obvious'],
    ['kranich42', 'obvious'],
    ['kerstin@muster-elektro.example', 'obvious'],
    ['muster-elektro', 'obvious'],
  ])('refuses %s: %s', (password, reason) => expect(reasonFor(password)).toBe(reason));

  it.each([
    'Regenschirm am Dienstag',
    'ein Satz mit 🌧 und Umlauten: größer',
    'xK7#pl2q',
    'ein langer Satz, '.repeat(14),
    'Kranich42 mag Tee',
  ])('takes %s', (password) => expect(reasonFor(password)).toBeUndefined());
});
