import { Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  Access,
  Ctx,
  Features,
  Input,
  NotFound,
  PartOf,
  succeed,
  type RequestContext,
} from '@kundig/platform/server';
import { memberPath } from '../member-path.js';
import { AnswerMarkService } from '../persons/answer-mark.service.js';
import { SavePersonService, type SavePerson } from '../persons/save-person.service.js';
import { PersonRepository } from '../storage/person.repository.js';
import {
  AnswerMarkInput,
  AnswerMarkResult,
  answerMarkSchema,
  AnswerMarkSuccess,
  MarkRequestObject,
  OwnPerson,
  SavePersonInput,
  SavePersonResult,
  savePersonSchema,
  SavePersonSuccess,
} from './person.object.js';

/** Requests shown at once; the next ones follow when these are answered. */
const REQUESTS_SHOWN = 50;

/** What members show of themselves, and what staff checks of it. */
@Resolver()
export class PersonResolver {
  constructor(
    private readonly persons: PersonRepository,
    private readonly savePersons: SavePersonService,
    private readonly answerMarks: AnswerMarkService,
    private readonly features: Features,
  ) {}

  @Query(() => OwnPerson, { description: 'What the viewer shows of themselves.' })
  @Access.member()
  async ownPerson(@Ctx() ctx: RequestContext): Promise<OwnPerson> {
    this.admit(ctx);
    return Object.assign(new OwnPerson(), await this.persons.of(ctx, ctx.actor.memberId!));
  }

  @Query(() => [MarkRequestObject], { description: 'Marks that wait to be checked.' })
  @Access.permission('pseudonyms:confirm-marks')
  @PartOf('persons')
  async markRequests(@Ctx() ctx: RequestContext): Promise<MarkRequestObject[]> {
    const requests = await this.persons.markRequests(ctx, REQUESTS_SHOWN);
    return requests.map((request) => ({ ...request, path: memberPath(request.nickname) }));
  }

  @Mutation(() => SavePersonResult, { description: 'Replaces what the viewer shows of themselves.' })
  @Access.member()
  async savePerson(
    @Ctx() ctx: RequestContext,
    @Input(savePersonSchema, () => SavePersonInput) input: SavePerson,
  ): Promise<SavePersonSuccess> {
    this.admit(ctx);
    await this.savePersons.execute(ctx, input);
    return succeed(SavePersonSuccess, { path: '/settings/person?saved' });
  }

  @Mutation(() => AnswerMarkResult, { description: 'Confirms a mark, or takes the request away.' })
  @Access.permission('pseudonyms:confirm-marks')
  @PartOf('persons')
  async answerMark(
    @Ctx() ctx: RequestContext,
    @Input(answerMarkSchema, () => AnswerMarkInput) { nickname, mark, confirmed }: AnswerMarkInput,
  ): Promise<AnswerMarkSuccess> {
    await this.answerMarks.execute(ctx, { nickname, mark }, confirmed);
    return succeed(AnswerMarkSuccess, { path: `/desk/marks?done=${confirmed ? 'confirmed' : 'declined'}` });
  }

  /** Staff owe readers a face, whatever customers may show. */
  private admit({ actor }: RequestContext): void {
    if (!this.features.isOn('persons') && !actor.canSomewhere('pseudonyms:speak-as-staff'))
      throw new NotFound();
  }
}
