import { Mutation, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, PartOf, succeed, type RequestContext } from '@kundig/platform/server';
import { ChooseStatusDisplayService } from '../members/choose-status-display.service.js';
import {
  ChooseStatusDisplayInput,
  ChooseStatusDisplayResult,
  chooseStatusDisplaySchema,
  ChooseStatusDisplaySuccess,
} from './status-display.object.js';

/** Whether the reader sees the status beside names. */
@Resolver()
@PartOf('experts')
export class StatusDisplayResolver {
  constructor(private readonly choosing: ChooseStatusDisplayService) {}

  @Mutation(() => ChooseStatusDisplayResult, {
    description: 'Shows or hides the status beside names, for the reader alone. Safe to repeat.',
  })
  @Access.public()
  async chooseStatusDisplay(
    @Ctx() ctx: RequestContext,
    @Input(chooseStatusDisplaySchema, () => ChooseStatusDisplayInput) { hidden }: ChooseStatusDisplayInput,
  ): Promise<ChooseStatusDisplaySuccess> {
    await this.choosing.execute(ctx, hidden);
    return succeed(ChooseStatusDisplaySuccess, { path: '/settings/display' });
  }
}
