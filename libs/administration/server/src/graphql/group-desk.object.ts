import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AccessRequest, ClosedGroup } from '@kundig/groups/server';
import { nameIn, type Locale } from '@kundig/platform/server';
import { MemberObject } from '@kundig/pseudonyms/server';
import { AccessDecisionEnum } from './administration.enums.js';

@ObjectType({ description: 'A closed group as administrators keep it.' })
export class GroupSettings {
  @Field(() => ID) id!: string;
  @Field() nameDe!: string;
  @Field() nameEn!: string;
  @Field({ description: 'In the language of the request.' }) name!: string;
  @Field(() => Int) memberCount!: number;

  static of(group: ClosedGroup & { readonly memberCount: number }, locale: Locale): GroupSettings {
    const { id, nameDe, nameEn, memberCount } = group;
    return Object.assign(new GroupSettings(), {
      ...{ id, nameDe, nameEn, memberCount },
      name: nameIn(locale, group),
    });
  }
}

@ObjectType('GroupMember', { description: 'A member as one of a group.' })
export class GroupMemberObject {
  @Field(() => MemberObject) member!: MemberObject;
  @Field({ description: 'Whether the member decides who belongs to the group.' }) lead!: boolean;
}

@ObjectType('AccessRequest', { description: 'A member asks to be let into a group.' })
export class AccessRequestObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: AccessRequest;

  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => GraphQLISODateTime) createdAt!: Date;

  static of(row: AccessRequest): AccessRequestObject {
    const { id, note, createdAt } = row;
    return Object.assign(new AccessRequestObject(), { row, id, note, createdAt });
  }
}

@ObjectType({ description: 'The viewer’s own request for the group that announces a board.' })
export class OwnAccessRequest {
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => AccessDecisionEnum, { nullable: true, description: 'Null while it is open.' })
  decision!: AccessDecisionEnum | null;
  @Field(() => String, { nullable: true, description: 'What was said with the decision.' })
  answer!: string | null;
}
