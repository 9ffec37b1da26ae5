import { Query, Resolver } from '@nestjs/graphql';
import { Access, Ctx, MAX_PAGE_SIZE, Translator, type RequestContext } from '@kundig/platform/server';
import { SECRET_LINK } from '../mail/letter.js';
import { OutboxRepository } from '../storage/outbox.repository.js';
import { OutboxMailObject } from './outbox-mail.object.js';

@Resolver(() => OutboxMailObject)
export class OutboxResolver {
  constructor(
    private readonly mails: OutboxRepository,
    private readonly translator: Translator,
  ) {}

  @Query(() => [OutboxMailObject], {
    description: 'The newest mails that are about no post, for the administrator.',
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
}
