import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@kundig/platform/server';
import { MemberDesk, MemberLoader, type MemberObject } from '@kundig/pseudonyms/server';

/** Members as administrators name them: by nickname, whatever the case. */
@Injectable()
export class NamedMembers {
  constructor(
    private readonly desk: MemberDesk,
    private readonly members: MemberLoader,
  ) {}

  /** @returns null when there is no such living member */
  async find(ctx: RequestContext, nickname: string): Promise<MemberObject | null> {
    const id = await this.desk.idOf(ctx, nickname);
    return id === null ? null : this.members.load(ctx, id);
  }

  /** @throws InvalidInput (field `nickname`) no such living member */
  async require(ctx: RequestContext, nickname: string): Promise<MemberObject> {
    const member = await this.find(ctx, nickname);
    if (!member) throw new InvalidInput('nickname', 'administration:error.noSuchMember');
    return member;
  }
}
