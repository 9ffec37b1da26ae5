import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum AuthorKind {
  MEMBER = 'MEMBER',
  PERSONA = 'PERSONA',
  STAFF = 'STAFF',
  DELETED = 'DELETED',
}
registerEnumType(AuthorKind, { name: 'AuthorKind', description: 'How an author is shown.' });

/** A member who has said in public that a persona was them. */
@ObjectType('Claimant')
export class ClaimantObject {
  @Field() name!: string;
  @Field({ description: 'Page of the member.' }) path!: string;
}

/** Somebody who wrote, as everybody sees them. */
@ObjectType('Author', { description: 'Who wrote something; one type, the same shape for everybody.' })
export class AuthorObject {
  /** Key of the pseudonym; for other domains, not a field. */
  pseudonymId!: string;

  /** Uuids of boards whose appointed expert this is; for other domains, not a field: it shows in these boards alone. */
  expertIn!: readonly string[];

  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => AuthorKind)
  kind!: AuthorKind;

  @Field({ description: 'Random; the picture is drawn from it.' })
  pictureSeed!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Path of a picture of their own choice; never of a persona.',
  })
  picture!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A company or Partner, confirmed by staff; never of a persona.',
  })
  mark!: string | null;

  @Field(() => String, { nullable: true, description: 'One line about themselves; never of a persona.' })
  about!: string | null;

  @Field(() => String, { nullable: true, description: 'What staff does for the operator.' })
  role!: string | null;

  @Field(() => String, { nullable: true, description: 'Page of the member; personas have none.' })
  path!: string | null;

  @Field(() => ClaimantObject, {
    nullable: true,
    description: 'Who has said in public that this persona was them; null of everybody else.',
  })
  claimedBy!: ClaimantObject | null;
}

/** An author as loaders hand it out. */
export type AuthorView = AuthorObject;
