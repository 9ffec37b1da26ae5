import { Injectable } from '@nestjs/common';
import { Clock, Conflict, SignInRequired, type RequestContext } from '@kundig/platform/server';
import { LegalTexts } from '../accounts/legal-texts.js';
import { LegalTextRepository } from '../storage/legal-text.repository.js';
import { TextsToAccept } from './texts-to-accept.js';

/** One version of one text. */
export interface AcceptedVersion {
  readonly slug: string;
  readonly version: string;
}

/** Records that a member accepts the new versions it was shown, with the time. */
@Injectable()
export class AcceptLegalTextsService {
  constructor(
    private readonly repository: LegalTextRepository,
    private readonly texts: LegalTexts,
    private readonly waiting: TextsToAccept,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @param shown what the member has read
   * @throws Conflict one of them is not the newest version any more
   * @throws SignInRequired
   */
  async execute(ctx: RequestContext, shown: readonly AcceptedVersion[]): Promise<void> {
    if (!ctx.actor.memberId) throw new SignInRequired();
    await this.texts.renew();
    const outdated = shown.some(({ slug, version }) => this.texts.versions(slug)[0]?.version !== version);
    const overlooked = (await this.waiting.of(ctx)).some(
      ({ slug }) => !shown.some((text) => text.slug === slug),
    );
    if (outdated || overlooked) throw new Conflict('identity:error.textChanged');
    const acceptedAt = this.clock.now().toISOString();
    await this.repository.accept(
      ctx,
      ctx.actor.memberId,
      shown.map((text) => ({ ...text, acceptedAt })),
    );
  }
}
