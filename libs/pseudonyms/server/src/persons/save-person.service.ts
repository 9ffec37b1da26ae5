import { Injectable } from '@nestjs/common';
import { FileClaims, filePath } from '@kundig/files/server';
import {
  AppDatabase,
  InvalidInput,
  PageInvalidation,
  SignInRequired,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { PersonRepository, type Person } from '../storage/person.repository.js';

/** What a member wants to show; null takes it away. */
export type SavePerson = Omit<Person, 'markConfirmed'>;

/** Shows of a member what the member chose: a picture, a line, a mark that staff has to check first. */
@Injectable()
export class SavePersonService {
  constructor(
    private readonly database: AppDatabase,
    private readonly persons: PersonRepository,
    private readonly files: FileClaims,
    private readonly limits: WriteLimits,
    private readonly pages: PageInvalidation,
  ) {}

  /**
   * @throws InvalidInput   the picture is neither the one shown already nor one the member has handed in
   * @throws SignInRequired for visitors
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, wanted: SavePerson): Promise<void> {
    const { memberId } = ctx.actor;
    if (memberId === null) throw new SignInRequired();
    await this.limits.consume(ctx, 'edit');
    const picture = wanted.picture ?? '';
    const files = await this.files.claim(ctx, 'portrait', picture, 'picture');
    const isNew = files.some((file) => filePath(file) === picture);
    await this.database.transaction(ctx, async (tx) => {
      const shown = await this.persons.of(tx, memberId);
      if (wanted.picture !== null && !isNew && wanted.picture !== shown.picture)
        throw new InvalidInput('picture', 'platform:invalid.format');
      await this.persons.save(tx, memberId, wanted);
      await this.files.publish(tx, files, memberId);
      await this.pages.drop(tx, 'everything'); // the picture stands beside every post
    });
    await this.files.settle(files);
    await this.files.keepOnly(ctx, 'portrait', memberId, picture);
  }
}
