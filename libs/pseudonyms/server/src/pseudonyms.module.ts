import { Global, Module } from '@nestjs/common';
import { AuthorLoader } from './graphql/author.loader.js';
import { MemberLoader } from './graphql/member.loader.js';
import { MemberResolver } from './graphql/member.resolver.js';
import { ViewerResolver } from './graphql/viewer.resolver.js';
import { Personas } from './personas/personas.js';
import { PersonaRepository } from './storage/persona.repository.js';
import { PseudonymRepository } from './storage/pseudonym.repository.js';
import { Voices } from './voices.js';

/** Members and personas: who speaks. Needs an `IdentityPort`. */
@Global()
@Module({
  providers: [AuthorLoader, MemberLoader, MemberResolver, PersonaRepository, Personas, PseudonymRepository, ViewerResolver, Voices],
  exports: [AuthorLoader, MemberLoader, Voices],
})
export class PseudonymsModule {}
