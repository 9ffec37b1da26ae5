import { describe, expect, it } from '@jest/globals';
import { judgeNickname, normaliseNickname } from './nickname.policy.js';

const refusal = (nickname: string) =>
  judgeNickname(normaliseNickname(nickname)).refusal?.messageKey.replace('pseudonyms:error.', '');

describe('judgeNickname', () => {
  it.each(['Kranich42', 'müller_bau', 'J.-P.Weber', 'Мария', '李小龍先', ' Eule7 '])('takes %s', (name) =>
    expect(refusal(name)).toBeUndefined(),
  );

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
    ['Administrator', 'nicknameReserved'],
    ['ＡＤＭＩＮ', 'nicknameReserved'],
    ['Team-Telefonie', 'nicknameReserved'],
    ['Anonym.Eule', 'nicknameReserved'],
    ['gelöscht', 'nicknameReserved'],
  ])('refuses %s: %s', (name, reason) => expect(refusal(name)).toBe(reason));
});
