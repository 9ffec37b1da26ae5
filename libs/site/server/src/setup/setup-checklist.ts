import { Injectable } from '@nestjs/common';
import { BoardRepository } from '@kundig/forum/server';
import {
  FirstInvitations,
  OFF_AT_FIRST,
  OperatorTexts,
  OutgoingMail,
  type RequestContext,
} from '@kundig/platform/server';
import { StaffNames } from '@kundig/pseudonyms/server';
import { SiteSettings } from '../settings/site-settings.js';

/** What a community needs before customers come, in the order in which it is done. */
export const SETUP_STEPS = [
  'site',
  'logo',
  'boards',
  'texts',
  'contact',
  'mail',
  'name',
  'people',
  'features',
  'offer',
  'opening',
] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** Steps a community is complete without; they are offered, and nobody is reminded of them. */
const OPTIONAL: readonly SetupStep[] = ['logo', 'contact', 'features', 'offer'];

export interface SetupState {
  readonly step: SetupStep;
  readonly done: boolean;
  /** Whether it can be left out. */
  readonly optional: boolean;
  /** Gaps left in the texts; none in any other step. */
  readonly gapsLeft: number;
}

/** How far the community is set up, told from what is there; the name is that of the administrator who looks. */
@Injectable()
export class SetupChecklist {
  constructor(
    private readonly settings: SiteSettings,
    private readonly boards: BoardRepository,
    private readonly texts: OperatorTexts,
    private readonly invitations: FirstInvitations,
    private readonly mail: OutgoingMail,
    private readonly staffNames: StaffNames,
  ) {}

  /** At most three statements, of which pages with boards, and those that name the viewer, have asked some already. */
  async states(ctx: RequestContext): Promise<SetupState[]> {
    const [{ settings, contacts, switchedOff, offer }, boards, gaps, begun, isNameless] = await Promise.all([
      this.settings.latest(),
      this.boards.known(ctx),
      this.texts.gapsLeft(),
      this.invitations.begun(),
      this.staffNames.isMissing(ctx),
    ]);
    const gapsLeft = [...gaps.values()].reduce((sum, count) => sum + count, 0);
    const done: Record<SetupStep, boolean> = {
      site: settings.name !== null,
      logo: settings.logo !== null,
      boards: boards.length > 0,
      texts: gapsLeft === 0,
      contact: contacts.some(({ phone, mailTo, link }) => phone ?? mailTo ?? link),
      mail: this.mail.leaves,
      name: !isNameless,
      people: begun,
      features: switchedOff.some((feature) => !OFF_AT_FIRST.includes(feature)),
      offer: offer !== null,
      opening: !switchedOff.includes('search-engines'),
    };
    return SETUP_STEPS.map((step) => ({
      ...{ step, done: done[step], optional: OPTIONAL.includes(step) },
      gapsLeft: step === 'texts' ? gapsLeft : 0,
    }));
  }

  /** @returns how many steps are left that cannot be left out; none once somebody has put the list away */
  async left(ctx: RequestContext): Promise<number> {
    const { setupDismissed } = await this.settings.latest();
    if (setupDismissed) return 0;
    return (await this.states(ctx)).filter(({ done, optional }) => !done && !optional).length;
  }
}
