import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocaleEnum, PostStub, ThreadDetailObject, type PostRef } from '@kundig/forum/server';
import { AuthorKind, AuthorObject } from '@kundig/pseudonyms/server';
import { Audience } from '../audience.js';
import { Insight } from '../insights.js';

@ObjectType({ description: 'A page by its name.' })
export class SeenPlace {
  @Field() name!: string;
  @Field() path!: string;
}

@ObjectType({ description: 'A thread as a list shows it.' })
export class SeenTitle {
  @Field(() => ID) id!: string;
  @Field() path!: string;
  @Field() title!: string;
  @Field(() => LocaleEnum) lang!: LocaleEnum;
}

@ObjectType({ description: 'The profile of the viewer as the audience sees it; for the words see `Member`.' })
export class SeenProfile {
  @Field(() => ID) id!: string;
  @Field() nickname!: string;
  @Field() path!: string;
  @Field(() => AuthorKind) kind!: AuthorKind;
  @Field() pictureSeed!: string;
  @Field(() => String, { nullable: true }) picture!: string | null;
  @Field(() => String, { nullable: true }) about!: string | null;
  @Field(() => String, { nullable: true }) mark!: string | null;
  @Field(() => String, { nullable: true }) realName!: string | null;
  @Field(() => String, { nullable: true }) role!: string | null;
  @Field() joinedMonth!: string;
  @Field(() => Int) postCount!: number;
  @Field(() => Int) solutionCount!: number;
  @Field(() => Int) kudosCount!: number;
  @Field(() => [SeenPlace]) expertBoards!: SeenPlace[];
  @Field(() => [SeenTitle], { description: 'Of the latest posts that the profile lists; at most five.' })
  threads!: SeenTitle[];
  @Field({ description: 'Whether the profile lists more posts.' }) hasMoreThreads!: boolean;
}

@ObjectType({ description: 'A post of the viewer as the audience sees it; for the words see `Post`.' })
export class SeenPost {
  @Field(() => ID) id!: string;
  @Field() path!: string;
  @Field(() => Int) position!: number;
  @Field(() => AuthorObject) author!: Omit<AuthorObject, 'pseudonymId' | 'expertIn'>;
  @Field(() => String, { nullable: true }) html!: string | null;
  @Field(() => LocaleEnum) lang!: LocaleEnum;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field() createdAtRounded!: boolean;
  @Field(() => GraphQLISODateTime, { nullable: true }) editedAt!: Date | null;
  @Field() isAsker!: boolean;
  @Field() byExpert!: boolean;
  @Field() official!: boolean;
  @Field() privateOpinion!: boolean;
  @Field() solution!: boolean;
  @Field(() => Int) kudosCount!: number;
  @Field(() => PostStub, { nullable: true }) stub!: PostStub | null;
}

@ObjectType({ description: 'A thread as the audience sees it, with what the viewer wrote there.' })
export class SeenThread {
  @Field(() => ID) id!: string;
  @Field() path!: string;
  @Field() title!: string;
  @Field(() => LocaleEnum) lang!: LocaleEnum;
  @Field() hidden!: boolean;
  @Field(() => [String]) tags!: string[];
  @Field(() => SeenPlace) board!: SeenPlace;
  @Field(() => [ThreadDetailObject]) details!: ThreadDetailObject[];
  @Field(() => [SeenPost], { description: 'The last ten of the viewer, in order.' }) posts!: SeenPost[];
}

@ObjectType({ description: 'What an audience sees beyond the one it is compared with.' })
export class AudienceInsights {
  @Field(() => Audience) audience!: Audience;
  @Field(() => Audience, { nullable: true, description: 'Null for visitors, who see least.' })
  base!: Audience | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it can read the thread; null without one.' })
  readsThread!: boolean | null;
  @Field(() => [Insight]) insights!: Insight[];
}

@ObjectType({ description: 'What one audience sees of the viewer.' })
export class AudienceView {
  /** The last post of the viewer there that the audience can read, of which mails tell; for other domains, not a field. */
  mailedPost!: PostRef | null;

  @Field(() => Audience) audience!: Audience;
  @Field(() => SeenProfile) profile!: SeenProfile;
  @Field(() => SeenThread, { nullable: true, description: 'Null where the audience cannot read it.' })
  thread!: SeenThread | null;
}

@ObjectType({ description: 'What others see of the viewer; told to nobody else.' })
export class WhoSeesWhat {
  @Field(() => SeenTitle, {
    nullable: true,
    description: 'The thread it is about, as the viewer sees it; null for who has written nowhere.',
  })
  thread!: SeenTitle | null;
  @Field(() => [AudienceInsights], { description: 'From who sees least on.' }) audiences!: AudienceInsights[];
  @Field(() => AudienceView) view!: AudienceView;
}
