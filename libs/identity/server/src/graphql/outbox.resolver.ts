import { Query, Resolver } from '@nestjs/graphql';
import { Access, Clock, Ctx, MAX_PAGE_SIZE, Translator, type RequestContext } from '@kundig/platform/server';
import { SECRET_LINK } from '../mail/letter.js';
import { GuestQuestionRepository, type UnreachedGuest } from '../storage/guest-question.repository.js';
import { OutboxRepository } from '../storage/outbox.repository.js';
import { RegistrationRepository, type UnreachedNewcomer } from '../storage/registration.repository.js';
import { OutboxMailObject, UnreachedGuestObject, UnreachedNewcomerObject } from './outbox-mail.object.js';

@Resolver(() => OutboxMailObject)
export class OutboxResolver {
  constructor(
    private readonly mails: OutboxRepository,
    private readonly registrations: RegistrationRepository,
    private readonly questions: GuestQuestionRepository,
    private readonly translator: Translator,
    private readonly clock: Clock,
  ) {}

  @Query(() => [OutboxMailObject], {
    description: 'The newest mails that are about no post and let nobody in, for the administrator.',
  })
  @Access.permission('platform:administer')
  async outbox(@Ctx() ctx: RequestContext): Promise<OutboxMailObject[]> {
    const t = (key: string) => this.translator.translate(ctx.locale, `identity:outbox.${key}`);
    const hidden = t('linkHidden');
    const mails = await this.mails.newestOfAccounts(ctx, MAX_PAGE_SIZE);
    return mails.map(({ id, createdAt, recipient, recipientShown, subject, text, state, attempts }) =>
      Object.assign(new OutboxMailObject(), {
        id,
        at: createdAt,
        to: recipientShown ? recipient : t('recipientHidden'),
        subject,
        text: text.replaceAll(SECRET_LINK, hidden).replace(/(\/unsubscribe\/)\S+/g, `$1${hidden}`),
        state,
        attempts,
      }),
    );
  }

  @Query(() => [UnreachedNewcomerObject], {
    description: 'Who has registered and was reached by no mail, the newest first.',
  })
  @Access.permission('platform:administer')
  unreachedNewcomers(@Ctx() ctx: RequestContext): Promise<UnreachedNewcomer[]> {
    return this.registrations.unreached(ctx, { now: this.clock.now(), limit: MAX_PAGE_SIZE });
  }

  @Query(() => [UnreachedGuestObject], {
    description: 'Who has asked as a guest under a nickname and was reached by no mail, the newest first.',
  })
  @Access.permission('platform:administer')
  unreachedGuests(@Ctx() ctx: RequestContext): Promise<UnreachedGuest[]> {
    return this.questions.unreached(ctx, { now: this.clock.now(), limit: MAX_PAGE_SIZE });
  }
}
