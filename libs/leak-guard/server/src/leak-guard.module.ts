import { Module } from '@nestjs/common';
import { OwnTracesResolver } from './graphql/own-traces.resolver.js';
import { LeakQuestion } from './leak-question.service.js';
import { OwnTraces } from './own-traces.service.js';

/** The server's own look at texts before they are kept. Owns no table: what was found is told the author and nobody else. */
@Module({ providers: [LeakQuestion, OwnTraces, OwnTracesResolver], exports: [LeakQuestion] })
export class LeakGuardModule {}
