import { Global, Module } from '@nestjs/common';
import { MemberDirectory, PersonaDirectory } from '@kundig/identity/server';
import { AuthorDelivery } from './author-delivery.js';
import { AuthorSuspensions } from './author-suspensions.js';
import { Drafts } from './drafts.js';
import { AuthorLoader } from './graphql/author.loader.js';
import { MemberLoader } from './graphql/member.loader.js';
import { MemberResolver } from './graphql/member.resolver.js';
import { PersonResolver } from './graphql/person.resolver.js';
import { StaffProfileResolver } from './graphql/staff-profile.resolver.js';
import { StatusDisplayResolver } from './graphql/status-display.resolver.js';
import { ViewerResolver } from './graphql/viewer.resolver.js';
import { ChooseStatusDisplayService } from './members/choose-status-display.service.js';
import { ExpertTerms } from './members/expert-terms.js';
import { Experts } from './members/experts.js';
import { MemberDesk } from './members/member-desk.js';
import { Members } from './members/members.js';
import { AnswerMarkService } from './persons/answer-mark.service.js';
import { Portraits } from './persons/portraits.js';
import { SavePersonService } from './persons/save-person.service.js';
import { SaveStaffProfileService } from './persons/save-staff-profile.service.js';
import { StaffNames } from './persons/staff-names.js';
import { PersonaCredits } from './personas/persona-credits.js';
import { Personas } from './personas/personas.js';
import { MixRows } from './personas/mix-rows.job.js';
import { ReconcilePersonas } from './personas/reconcile-personas.job.js';
import { PseudonymsPersonalData } from './pseudonyms.personal-data.js';
import { Notifiers } from './notifiers.js';
import { HeldPosts } from './screening/held-posts.js';
import { Reveals } from './reveals.js';
import { Screening } from './screening/screening.service.js';
import { ClaimRepository } from './storage/claim.repository.js';
import { NicknameRepository } from './storage/nickname.repository.js';
import { PersonaRepository } from './storage/persona.repository.js';
import { PersonRepository } from './storage/person.repository.js';
import { PseudonymRepository } from './storage/pseudonym.repository.js';
import { StaffProfileRepository } from './storage/staff-profile.repository.js';
import { ThreadRegrouping } from './thread-regrouping.js';
import { ThreadTraces } from './thread-traces.js';
import { Voices } from './voices.js';

/** Members and personas: who speaks. Needs an `IdentityPort` and gives identity its `MemberDirectory` and its `PersonaDirectory`. */
@Global()
@Module({
  providers: [
    AnswerMarkService,
    PersonRepository,
    PersonResolver,
    Portraits,
    SavePersonService,
    AuthorDelivery,
    AuthorLoader,
    ChooseStatusDisplayService,
    ClaimRepository,
    AuthorSuspensions,
    Drafts,
    Experts,
    ExpertTerms,
    HeldPosts,
    MemberDesk,
    MemberLoader,
    MemberResolver,
    MixRows,
    Members,
    NicknameRepository,
    Notifiers,
    PersonaCredits,
    PersonaRepository,
    Personas,
    PseudonymRepository,
    PseudonymsPersonalData,
    ReconcilePersonas,
    Reveals,
    SaveStaffProfileService,
    Screening,
    StaffNames,
    StaffProfileRepository,
    StaffProfileResolver,
    ThreadRegrouping,
    ThreadTraces,
    StatusDisplayResolver,
    ViewerResolver,
    Voices,
    { provide: MemberDirectory, useExisting: Members },
    { provide: PersonaDirectory, useExisting: Personas },
  ],
  exports: [
    AuthorDelivery,
    AuthorLoader,
    AuthorSuspensions,
    Drafts,
    Experts,
    HeldPosts,
    MemberDesk,
    MemberDirectory,
    MemberLoader,
    Members,
    Notifiers,
    PersonaCredits,
    PersonaDirectory,
    Reveals,
    Screening,
    ThreadRegrouping,
    ThreadTraces,
    StaffNames,
    Voices,
  ],
})
export class PseudonymsModule {}
