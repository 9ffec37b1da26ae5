import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conflict,
  IdentityDatabase,
  InvalidInput,
  NotFound,
  OperatorRecord,
  type RequestContext,
} from '@kundig/platform/server';
import { LegalTexts } from '../accounts/legal-texts.js';
import { IdentityPages } from '../identity-pages.js';
import { ACCEPTED_TEXTS, LegalTextRepository, type LegalTextSlug } from '../storage/legal-text.repository.js';
import { answered, openGaps, type BothBodies, type TextAnswer } from './text-questions.js';

export interface PublishLegalText {
  readonly slug: LegalTextSlug;
  /** The version that was edited. */
  readonly replaces: string;
  readonly titleDe: string;
  /** Markdown. */
  readonly bodyDe: string;
  readonly titleEn: string;
  readonly bodyEn: string;
  /** Whether members are asked to accept it. */
  readonly material: boolean;
  /** What is to be put into the gaps. */
  readonly answers: readonly TextAnswer[];
  /** Whether gaps may be left; whoever reads the text is told that it is incomplete, and what needs them is left out. */
  readonly withGaps: boolean;
}

/** @returns the Markdown that would be published */
export const bodiesToPublish = ({ bodyDe, bodyEn, answers }: PublishLegalText): BothBodies =>
  answered({ de: bodyDe, en: bodyEn }, answers);

/**
 * Puts a new version of one of the operator's texts in force; earlier ones are kept. Whoever publishes one that members
 * accept has accepted it.
 */
@Injectable()
export class PublishLegalTextService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly repository: LegalTextRepository,
    private readonly texts: LegalTexts,
    private readonly pages: IdentityPages,
    private readonly clock: Clock,
    private readonly record: OperatorRecord,
  ) {}

  /**
   * @throws InvalidInput gaps are left, which it names
   * @throws Conflict somebody has published another version meanwhile
   * @throws NotFound for everybody but administrators
   */
  async execute(ctx: RequestContext, input: PublishLegalText): Promise<void> {
    if (!ctx.actor.can('platform:administer')) throw new NotFound();
    const bodies = bodiesToPublish(input);
    if (!input.withGaps) refuseGaps(ctx, bodies);
    await this.texts.renew();
    const earlier = this.texts.versions(input.slug);
    if (earlier[0]!.version !== input.replaces) throw new Conflict('identity:error.textChanged');
    const publishedAt = this.clock.now();
    const version = nameOf(
      publishedAt,
      earlier.map((text) => text.version),
    );
    const answers = input.answers
      .filter(({ applies, de }) => !applies || de)
      .map((answer) => (answer.applies ? answer : { ...answer, de: '', en: '' }));
    await this.database.transaction(ctx, async (tx) => {
      if (
        !(await this.repository.add(tx, {
          ...input,
          ...{ bodyDe: bodies.de, bodyEn: bodies.en },
          answers,
          version,
          publishedAt,
        }))
      )
        throw new Conflict('identity:error.textChanged');
      if (accepted.includes(input.slug) && ctx.actor.memberId) {
        const consent = { slug: input.slug, version, acceptedAt: publishedAt.toISOString() };
        await this.repository.accept(tx, ctx.actor.memberId, [consent]);
      }
      await this.pages.drop(tx, 'site', 'everything');
    });
    await this.record.textPublished(ctx, { slug: input.slug, version, title: input.titleDe });
    await this.texts.renew();
  }
}

const accepted: readonly LegalTextSlug[] = ACCEPTED_TEXTS;

function refuseGaps({ locale }: RequestContext, bodies: BothBodies): void {
  const left = openGaps(bodies);
  if (left.length === 0) return;
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const gaps = left.map((gap) => {
    const [only, other] = gap.languages;
    return other ? gap[locale] : `${gap[locale]} (${languages.of(only!)})`;
  });
  throw new InvalidInput('withGaps', 'identity:error.gapsLeft', {
    gaps: gaps.join(', '),
    count: gaps.length,
  });
}

/** Versions are called by their day; several on one day are counted. */
function nameOf(publishedAt: Date, taken: readonly string[]): string {
  const day = publishedAt.toISOString().slice(0, 10);
  let name = day;
  for (let count = 2; taken.includes(name); count += 1) name = `${day}.${count}`;
  return name;
}
