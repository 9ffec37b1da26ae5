import { GroupRepository } from '@kundig/groups/server';
import { CreateAccountService } from '@kundig/identity/server';
import { Clock, daysBefore, Randomness, type RequestContext, type Role } from '@kundig/platform/server';
import { MemberDesk } from '@kundig/pseudonyms/server';
import type { Services } from '../services.js';
import type { DemoAccount } from './demo-content.js';

/** How somebody can sign in as one of the demo's people. */
export interface DemoAccess {
  readonly nickname: string;
  readonly mail: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

/** Bytes of randomness in a password: 72 bits, twelve characters. */
const PASSWORD_BYTES = 9;

/** @returns access to the accounts that were new and are there to be tried */
export async function loadAccounts(
  services: Services,
  ctx: RequestContext,
  accounts: readonly DemoAccount[],
): Promise<DemoAccess[]> {
  const access: DemoAccess[] = [];
  for (const account of accounts) {
    const known = await services(MemberDesk).idOf(ctx, account.nickname);
    if (known !== null) continue;
    const password = services(Randomness).bytes(PASSWORD_BYTES).toString('base64url');
    const { nickname, mail, lang } = account;
    const { memberId } = await services(CreateAccountService).execute(ctx, {
      nickname,
      mail,
      password,
      locale: lang,
    });
    const roles = await describe(services, ctx, memberId, account);
    if (account.printPassword) access.push({ nickname, mail, password, roles });
  }
  return access;
}

/** Gives a new member its past, its roles and, where it speaks for the operator, its profile. */
async function describe(
  services: Services,
  ctx: RequestContext,
  memberId: string,
  { joinedDaysAgo, roles, staff }: DemoAccount,
): Promise<Role[]> {
  const now = services(Clock).now();
  await services(MemberDesk).setJoined(ctx, memberId, daysBefore(now, joinedDaysAgo));
  if (staff)
    await services(MemberDesk).publish(ctx, memberId, {
      realName: staff.realName,
      roleDe: staff.role.de,
      roleEn: staff.role.en,
    });
  const granted: Role[] = staff ? ['staff', ...roles] : [...roles];
  for (const role of granted) await services(GroupRepository).grant(ctx, memberId, role, null, now);
  return granted;
}
