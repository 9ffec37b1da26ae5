import { Module } from '@nestjs/common';
import { LeakQuestion } from './leak-question.service.js';

/** The server's own look at texts before they are kept. Owns no table: what was found is told the author and nobody else. */
@Module({ providers: [LeakQuestion], exports: [LeakQuestion] })
export class LeakGuardModule {}
