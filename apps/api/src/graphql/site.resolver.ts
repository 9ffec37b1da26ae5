import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Access, Environment } from '@kundig/platform/server';

@ObjectType({ description: 'What every page says about the community itself.' })
export class SiteInfo {
  @Field() name!: string;
}

@Resolver()
export class SiteResolver {
  constructor(private readonly environment: Environment) {}

  @Query(() => SiteInfo)
  @Access.public()
  site(): SiteInfo {
    return { name: this.environment.get('SITE_NAME') };
  }
}
