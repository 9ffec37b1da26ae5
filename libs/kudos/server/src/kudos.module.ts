import { Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { GiveKudosService } from './give-kudos.service.js';
import { KudosLoader, MemberKudosLoader } from './graphql/kudos.loaders.js';
import { MemberKudosResolver, PostKudosResolver } from './graphql/kudos.resolver.js';
import { KudosPersonalData } from './kudos.personal-data.js';
import { RecountKudos } from './recount-kudos.service.js';
import { KudosRepository } from './storage/kudos.repository.js';
import { WithdrawKudosService } from './withdraw-kudos.service.js';

const forOtherDomains = [GiveKudosService, KudosRepository, RecountKudos, WithdrawKudosService];

@Module({
  imports: [ForumModule, PseudonymsModule],
  providers: [
    ...forOtherDomains,
    KudosLoader,
    KudosPersonalData,
    MemberKudosLoader,
    MemberKudosResolver,
    PostKudosResolver,
  ],
  exports: forOtherDomains,
})
export class KudosModule {}
