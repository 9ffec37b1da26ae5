import { readFileSync } from 'node:fs';
import { LOCALES, projectFile, type Locale } from '@kundig/platform/server';
import { dropGaps, fillGaps, gapsIn } from './text-gaps.js';

/** What only the operator can say; it stands in our templates as a gap in each language. */
export interface TextQuestion extends Readonly<
  Record<Locale, { readonly gap: string; readonly help: string }>
> {
  /** A name or a number: the answer is the same in both languages. */
  readonly same?: boolean;
  /** No text can do without it. */
  readonly needed?: boolean;
}

/** What the operator says to a question; known by the question's German gap. */
export interface TextAnswer {
  readonly gap: string;
  /** Empty while unanswered. */
  readonly de: string;
  readonly en: string;
  /** False: what needs the answer leaves the text. */
  readonly applies: boolean;
}

/** Markdown in both languages. */
export type BothBodies = Readonly<Record<Locale, string>>;

/** Every question of our templates. */
export const TEXT_QUESTIONS = JSON.parse(
  readFileSync(projectFile('libs/identity/server/texts', 'gaps.json'), 'utf8'),
) as readonly TextQuestion[];

/** @returns what is to be asked before a text is complete, in the order of the text */
export function questionsOf({ de, en }: BothBodies): TextQuestion[] {
  const byGap = (locale: Locale, gap: string) =>
    TEXT_QUESTIONS.find((question) => question[locale].gap === gap) ?? [];
  return [
    ...new Set([
      ...gapsIn(de).flatMap((gap) => byGap('de', gap)),
      ...gapsIn(en).flatMap((gap) => byGap('en', gap)),
    ]),
  ];
}

/** @returns gaps of our templates that are left in a text; brackets of the operator's own are none */
export const questionsLeft = (body: string, locale: Locale): string[] =>
  gapsIn(body).filter((gap) => TEXT_QUESTIONS.some((question) => question[locale].gap === gap));

/** A gap that is left in a text. */
export interface OpenGap extends Readonly<Record<Locale, string>> {
  /** The languages in which it is left. */
  readonly languages: readonly Locale[];
}

/** @returns what is left to be filled, questions of ours first; a gap that is none of ours bears its own words */
export function openGaps({ de, en }: BothBodies): OpenGap[] {
  const gaps = { de: gapsIn(de), en: gapsIn(en) };
  const asked = questionsOf({ de, en }).map((question) => ({
    ...{ de: question.de.gap, en: question.en.gap },
    languages: LOCALES.filter((locale) => gaps[locale].includes(question[locale].gap)),
  }));
  const own = LOCALES.flatMap((locale) =>
    gaps[locale]
      .filter((gap) => !TEXT_QUESTIONS.some((question) => question[locale].gap === gap))
      .map((gap) => ({ de: gap, en: gap, languages: [locale] })),
  );
  return [...asked, ...own];
}

/** @returns the text with all answers in their places, and without what does not apply */
export function answered(bodies: BothBodies, answers: readonly TextAnswer[]): BothBodies {
  const known = answers.flatMap((answer) => {
    const question = TEXT_QUESTIONS.find(({ de }) => de.gap === answer.gap);
    return question ? [{ question, answer }] : [];
  });
  const valueOf = ({ question, answer }: (typeof known)[number], locale: Locale) =>
    answer[locale] || (question.same ? answer.de : '');
  const textIn = (locale: Locale) => {
    const gone = known.filter(({ answer, question }) => !answer.applies && !question.needed);
    const values = known.flatMap((one): [string, string][] => {
      const value = valueOf(one, locale);
      return one.answer.applies && value ? [[one.question[locale].gap, value]] : [];
    });
    const left = dropGaps(bodies[locale], new Set(gone.map(({ question }) => question[locale].gap)));
    return fillGaps(left, new Map(values));
  };
  return { de: textIn('de'), en: textIn('en') };
}
