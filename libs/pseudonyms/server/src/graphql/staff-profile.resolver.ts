import { Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { SaveStaffProfileService } from '../persons/save-staff-profile.service.js';
import { speaksForOperator } from '../persons/staff-names.js';
import { StaffProfileRepository } from '../storage/staff-profile.repository.js';
import { MemberLoader } from './member.loader.js';
import {
  SaveStaffProfileInput,
  SaveStaffProfileResult,
  saveStaffProfileSchema,
  SaveStaffProfileSuccess,
  StaffLack,
  staffLacks,
  StaffProfileObject,
} from './staff-profile.object.js';
import { ViewerObject } from './viewer.object.js';

/** Under which name and in which role people speak for the operator. */
@Resolver(() => ViewerObject)
export class StaffProfileResolver {
  constructor(
    private readonly profiles: StaffProfileRepository,
    private readonly members: MemberLoader,
    private readonly saveProfile: SaveStaffProfileService,
  ) {}

  @Mutation(() => SaveStaffProfileResult, {
    description: 'Puts the real name in place of the nickname, everywhere and at once.',
  })
  @Access.permission('pseudonyms:speak-as-staff')
  async saveStaffProfile(
    @Ctx() ctx: RequestContext,
    @Input(saveStaffProfileSchema, () => SaveStaffProfileInput)
    { realName, roleDe, roleEn, next }: SaveStaffProfileInput,
  ): Promise<SaveStaffProfileSuccess> {
    await this.saveProfile.execute(ctx, { realName, roleDe, roleEn });
    const back = next ? `&${new URLSearchParams({ next }).toString()}` : ''; // the page takes none but paths of its own
    return succeed(SaveStaffProfileSuccess, { path: `/settings/person?saved${back}` });
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer speaks for the operator.' })
  speaksAsStaff(@Ctx() ctx: RequestContext): boolean {
    return speaksForOperator(ctx.actor);
  }

  @ResolveField(() => StaffProfileObject, {
    nullable: true,
    description: 'Null as long as the viewer has not told, and for everybody else.',
  })
  async staffProfile(@Ctx() ctx: RequestContext): Promise<StaffProfileObject | null> {
    return this.speaksAsStaff(ctx) ? this.profiles.of(ctx, ctx.actor.memberId!) : null;
  }

  @ResolveField(() => [StaffLack], {
    description: 'What the viewer, who speaks for the operator, has not told the readers yet.',
  })
  async staffLacks(@Ctx() ctx: RequestContext): Promise<StaffLack[]> {
    const { memberId } = ctx.actor;
    if (memberId === null || !this.speaksAsStaff(ctx)) return [];
    const member = await this.members.load(ctx, memberId);
    return member ? staffLacks(member) : [];
  }
}
