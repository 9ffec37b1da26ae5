import { Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { WhoSeesWhatResolver } from './graphql/who-sees-what.resolver.js';
import { SeeAsOthersService } from './see-as-others.service.js';

/** What others see of a member. Owns no table. */
@Module({
  imports: [ForumModule, PseudonymsModule],
  providers: [SeeAsOthersService, WhoSeesWhatResolver],
})
export class AudiencesModule {}
