import { Injectable } from '@nestjs/common';
import { Clock, hasFreshFactor } from '@kundig/platform/server';
import type { RevealActor } from '../port/reveals.js';

/** Lets nobody near a reveal who has not entered a code within the last minutes. */
@Injectable()
export class FreshFactors {
  constructor(private readonly clock: Clock) {}

  /** @throws NotAllowed */
  require({ factorProvedAt }: RevealActor): void {
    const provedAt = factorProvedAt === null ? null : new Date(factorProvedAt);
    hasFreshFactor({ secondFactor: { on: provedAt !== null, provedAt } }, this.clock.now()).orThrow();
  }
}
