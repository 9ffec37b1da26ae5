import { Module } from '@nestjs/common';
import { BlogModule } from '@kundig/blog/server';
import { ForumModule } from '@kundig/forum/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { ArticleKudosLoader, CommentKudosLoader } from './articles/article-kudos.loaders.js';
import { ArticleKudosRepository } from './articles/article-kudos.repository.js';
import { ArticleKudosResolver, CommentKudosResolver } from './articles/article-kudos.resolver.js';
import { ThankArticleService } from './articles/thank-article.service.js';
import { GiveKudosService } from './give-kudos.service.js';
import { HelpedLoader, HelpedResolver } from './graphql/helped.resolver.js';
import { KudosLoader, MemberKudosLoader, PersonaKudosLoader } from './graphql/kudos.loaders.js';
import { MemberKudosResolver, PersonaKudosResolver, PostKudosResolver } from './graphql/kudos.resolver.js';
import { AnswerHelpedService } from './helped/answer-helped.service.js';
import { HelpedRepository } from './helped/helped.repository.js';
import { KudosPersonalData } from './kudos.personal-data.js';
import { CreditPersonasJob } from './personas/credit-personas.job.js';
import { MemberCreditRepository } from './personas/member-credit.repository.js';
import { RecountKudos } from './recount-kudos.service.js';
import { KudosRepository } from './storage/kudos.repository.js';
import { VerifyKudosCounters } from './verify-kudos-counters.service.js';
import { WithdrawKudosService } from './withdraw-kudos.service.js';

const forOtherDomains = [
  AnswerHelpedService,
  GiveKudosService,
  KudosRepository,
  RecountKudos,
  VerifyKudosCounters,
  ThankArticleService,
  WithdrawKudosService,
];

@Module({
  imports: [BlogModule, ForumModule, PseudonymsModule],
  providers: [
    ...forOtherDomains,
    ArticleKudosLoader,
    ArticleKudosRepository,
    ArticleKudosResolver,
    CommentKudosLoader,
    CommentKudosResolver,
    CreditPersonasJob,
    HelpedLoader,
    HelpedRepository,
    HelpedResolver,
    KudosLoader,
    KudosPersonalData,
    MemberCreditRepository,
    MemberKudosLoader,
    MemberKudosResolver,
    PersonaKudosLoader,
    PersonaKudosResolver,
    PostKudosResolver,
  ],
  exports: forOtherDomains,
})
export class KudosModule {}
