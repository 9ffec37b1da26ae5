import { Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BoardObject, BoardRepository } from '@kundig/forum/server';
import { Access, Ctx, Input, nameIn, SiteInfo, succeed, type RequestContext } from '@kundig/platform/server';
import { Contacts } from '../contact/contacts.js';
import { SaveContactService, type SaveContact } from '../contact/save-contact.service.js';
import { WEEKDAYS } from '../contact/service-hours.js';
import { SiteSettings } from '../settings/site-settings.js';
import {
  ContactObject,
  ContactSettings,
  SaveContactInput,
  SaveContactResult,
  saveContactSchema,
  SaveContactSuccess,
} from './contact.object.js';

/** *Dringend?* on boards and what belongs to them. */
@Resolver(() => BoardObject)
export class BoardContactResolver {
  constructor(private readonly contacts: Contacts) {}

  @ResolveField(() => ContactObject, {
    nullable: true,
    description: 'Of this board, else of the one above, else of the community; none for a teaser.',
  })
  async contact(@Parent() { row, readable }: BoardObject): Promise<ContactObject | null> {
    const contact = readable ? await this.contacts.of(row) : null;
    return contact && ContactObject.of(contact);
  }
}

/** *Dringend?* of the whole community. */
@Resolver(() => SiteInfo)
export class SiteContactResolver {
  constructor(private readonly contacts: Contacts) {}

  @ResolveField(() => ContactObject, { nullable: true })
  async contact(): Promise<ContactObject | null> {
    const contact = await this.contacts.of(null);
    return contact && ContactObject.of(contact);
  }
}

/** Ways and hours, as administrators set them. */
@Resolver()
export class ContactSettingsResolver {
  constructor(
    private readonly settings: SiteSettings,
    private readonly boards: BoardRepository,
    private readonly save: SaveContactService,
  ) {}

  @Query(() => [ContactSettings], { description: 'Of the community first, then of every board.' })
  @Access.permission('platform:administer')
  async contactSettings(@Ctx() ctx: RequestContext): Promise<ContactSettings[]> {
    const [{ contacts }, boards] = await Promise.all([this.settings.latest(), this.boards.known(ctx)]);
    const shown = (id: string | null, boardId: string | null, boardName: string | null): ContactSettings => {
      const set = contacts.find((contact) => contact.boardId === id);
      return {
        ...{ boardId, boardName },
        ...{ phone: set?.phone ?? null, mailTo: set?.mailTo ?? null, link: set?.link ?? null },
        days: WEEKDAYS.map((day) => ({ day, times: set?.hours[day] ?? null })),
      };
    };
    return [
      shown(null, null, null),
      ...boards.map(({ board }) => {
        const parent = boards.find(({ board: { id } }) => id === board.parentId)?.board;
        const path = parent ? [parent, board] : [board];
        return shown(board.id, board.publicId, path.map((one) => nameIn(ctx.locale, one)).join(' › '));
      }),
    ];
  }

  @Mutation(() => SaveContactResult, { description: 'How to reach the operator in a hurry. Safe to repeat.' })
  @Access.permission('platform:administer')
  async saveContact(
    @Ctx() ctx: RequestContext,
    @Input(saveContactSchema, () => SaveContactInput) input: SaveContact,
  ): Promise<SaveContactSuccess> {
    await this.save.execute(ctx, input);
    return succeed(SaveContactSuccess, { path: '/admin/contact?saved=1' });
  }
}
