import { CreateAccountService } from '@kundig/identity/server';
import { RequestContext } from '@kundig/platform/server';
import type { TestCommunity, TestMember } from './community.js';

/** Password of every test account. */
export const TEST_PASSWORD = 'Regenschirm am Dienstag';

/** Makes a confirmed account with the nickname. */
export async function registerMember(community: TestCommunity, nickname: string): Promise<TestMember> {
  const mail = `${nickname.toLowerCase()}@kunde.example`;
  const { memberId } = await community
    .get(CreateAccountService)
    .execute(RequestContext.system(), { mail, nickname, password: TEST_PASSWORD, locale: 'de' });
  return { memberId, nickname, mail };
}
