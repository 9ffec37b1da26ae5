import { describe, expect, it } from '@jest/globals';
import { judgeNickname, normaliseNickname, readsLikeStaff } from './nickname.policy.js';

const refusal = (nickname: string) =>
  judgeNickname(normaliseNickname(nickname), 'Werkbank Forum').refusal?.messageKey.replace(
    'pseudonyms:error.',
    '',
  );

describe('judgeNickname', () => {
  it.each([
    'Kranich42',
    'müller_bau',
    'J.-P.Weber',
    'Badminton',
    'Мария',
    'टेलीफोन',
    '李小龍先',
    'Ken健太',
    ' Eule7 ',
  ])('takes %s', (name) => expect(refusal(name)).toBeUndefined());

  it.each([
    ['ab', 'nicknameForm'],
    ['x'.repeat(31), 'nicknameForm'],
    ['zwei Wörter', 'nicknameForm'],
    ['.punkt', 'nicknameForm'],
    ['punkt.', 'nicknameForm'],
    ['a/../b', 'nicknameForm'],
    ['evil\u202eexe', 'nicknameForm'],
    ['null\u200bwidth', 'nicknameForm'],
    ['Кranich', 'nicknameForm'],
    ['Kranꓲch', 'nicknameForm'],
    ['ᏚupPort', 'nicknameForm'],
    ['Kran\u3164ich', 'nicknameForm'],
    ['Kranich\ufe0f42', 'nicknameForm'],
    ['Kra\u0336nich', 'nicknameForm'],
    ['www.gratis', 'nicknameAddress'],
    ['Gratis.Example.com', 'nicknameAddress'],
    ['Administrator', 'nicknameReserved'],
    ['ＡＤＭＩＮ', 'nicknameReserved'],
    ['Team-Telefonie', 'nicknameReserved'],
    ['Anonym.Eule', 'nicknameReserved'],
    ['gelöscht', 'nicknameReserved'],
    ['Admln', 'nicknameReserved'],
    ['SUPP0RT', 'nicknameReserved'],
    ['adrninistratorin', 'nicknameReserved'],
    ['Ìhr.5upport', 'nicknameReserved'],
    ['Werkbank-Forum-Leitung', 'nicknameReserved'],
  ])('refuses %s: %s', (name, reason) => expect(refusal(name)).toBe(reason));
});

it('tells who reads like one of the staff', () => {
  const staff = ['KlaraB', 'Klara Bergmann'];
  for (const nickname of ['KIaraB', 'klara.b', 'Klara-Bergmann', 'KlaraBergrnann'])
    expect(readsLikeStaff(nickname, staff)).toBe(true);
  expect(readsLikeStaff('KlaraBerg', staff)).toBe(false);
});
