import { Field, ID, ObjectType } from '@nestjs/graphql';
import { MemberObject, StaffLack, Suspension } from '@kundig/pseudonyms/server';
import { RoleEnum } from './administration.enums.js';

@ObjectType({ description: 'A role somebody holds.' })
export class HeldRole {
  @Field(() => RoleEnum) role!: RoleEnum;
  @Field(() => ID, { nullable: true, description: 'Board it is limited to; null for the whole community.' })
  board!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of that board, in the language of the request.' })
  boardName!: string | null;
}

@ObjectType({ description: 'A member with what they may do.' })
export class MemberFile {
  @Field(() => MemberObject) member!: MemberObject;
  @Field(() => [HeldRole]) roles!: HeldRole[];
  @Field(() => [String], { description: 'Closed groups, in the language of the request.' }) groups!: string[];
  @Field(() => [StaffLack], {
    description: 'What readers still have to be told, where the member speaks for the operator.',
  })
  lacks!: StaffLack[];
  @Field(() => Suspension, {
    nullable: true,
    description: 'Imposed under the nickname; one of a persona is told of nobody.',
  })
  suspension!: Suspension | null;
}

@ObjectType({ description: 'A page of members by nickname.' })
export class MemberFilePage {
  @Field(() => [MemberFile]) items!: MemberFile[];
  @Field(() => String, { nullable: true, description: 'For the next page; null on the last.' })
  endCursor!: string | null;
}
