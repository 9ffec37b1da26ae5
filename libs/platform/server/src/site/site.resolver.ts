import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Access } from '../access/access.js';
import { Environment } from '../config/environment.js';
import { SiteProfile } from './site-profile.js';

@ObjectType({
  description: 'What pages say about the community itself. Domains attach what they know of it.',
})
export class SiteInfo {
  @Field() name!: string;
  @Field({ description: 'Whether people may register by themselves.' }) registrationOpen!: boolean;
}

@Resolver()
export class SiteResolver {
  constructor(
    private readonly environment: Environment,
    private readonly profile: SiteProfile,
  ) {}

  @Query(() => SiteInfo)
  @Access.public()
  site(): SiteInfo {
    return {
      name: this.profile.name,
      registrationOpen: this.environment.get('REGISTRATION') === 'open',
    };
  }
}
