import { useState } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { formStyles, useFormState, useMessages } from '@kundig/web-kit';
import styles from './TextQuestionFields.module.css';

const TextQuestionFields_question = graphql(`
  fragment TextQuestionFields_question on TextQuestion {
    gap
    label
    help
    same
    needed
    answerDe
    answerEn
    notApplicable
  }
`);

const LONGEST_ANSWER = 300;
const LANGUAGES = [
  { name: 'answersDe', language: 'text.german' },
  { name: 'answersEn', language: 'text.english' },
] as const;

interface TextQuestionFieldsProps {
  questions: readonly FragmentType<typeof TextQuestionFields_question>[];
  /** All of it is asked once more, not only what is missing. */
  anew?: boolean;
}

/**
 * Asks for what only the operator can say, each thing once; publishing puts it into both texts. What was answered for
 * another text stands there already.
 */
export function TextQuestionFields({ anew = false, ...props }: TextQuestionFieldsProps) {
  const t = useMessages('identity');
  const { typed } = useFormState();
  const questions = props.questions.map((question) => readFragment(TextQuestionFields_question, question));
  if (questions.length === 0) return null;
  return (
    <fieldset className={styles.questions}>
      <legend>{anew ? t('gaps.all') : t('gaps.title', { count: questions.length })}</legend>
      <p className={styles.hint}>{t('gaps.hint')}</p>
      {questions.map(({ gap, label, help, same, needed, answerDe, answerEn, notApplicable }) => {
        const at = [typed?.gaps].flat().indexOf(gap);
        const before = (name: string) => [typed?.[name]].flat()[at];
        return (
          <Question
            key={gap}
            {...{ gap, label, help, same, needed }}
            answers={{
              answersDe: before('answersDe') ?? answerDe,
              answersEn: before('answersEn') ?? answerEn,
            }}
            gone={typed ? [typed.notApplicable].flat().includes(gap) : notApplicable}
          />
        );
      })}
    </fieldset>
  );
}

interface QuestionProps {
  gap: string;
  label: string;
  help: string;
  same: boolean;
  needed: boolean;
  answers: Readonly<Record<'answersDe' | 'answersEn', string>>;
  gone: boolean;
}

function Question({ gap, label, help, same, needed, answers, gone: wasGone }: QuestionProps) {
  const t = useMessages('identity');
  const [gone, setGone] = useState(wasGone);
  return (
    <div className={styles.question} data-gone={gone || undefined}>
      <input type="hidden" name="gaps" value={gap} readOnly />
      <p className={styles.label}>
        <strong>{label}</strong>
        {!needed && (
          <label>
            <input
              type="checkbox"
              name="notApplicable"
              value={gap}
              checked={gone}
              onChange={({ currentTarget }) => setGone(currentTarget.checked)}
              aria-label={t('gaps.goneFor', { label })}
            />{' '}
            {t('gaps.gone')}
          </label>
        )}
      </p>
      <p className={styles.hint}>{gone ? t('gaps.goneHint') : help}</p>
      {same ? (
        <>
          <Answer name="answersDe" label={label} value={answers.answersDe} gone={gone} />
          <input type="hidden" name="answersEn" value="" readOnly />
        </>
      ) : (
        LANGUAGES.map(({ name, language }) => (
          <label key={name}>
            <small>{t(language)}</small>
            <Answer name={name} label={`${label} (${t(language)})`} value={answers[name]} gone={gone} />
          </label>
        ))
      )}
    </div>
  );
}

/** Read-only rather than disabled: lists of answers are sent whole. */
function Answer({ name, label, value, gone }: { name: string; label: string; value: string; gone: boolean }) {
  return (
    <input
      name={name}
      className={formStyles.control}
      aria-label={label}
      defaultValue={value}
      maxLength={LONGEST_ANSWER}
      readOnly={gone}
    />
  );
}
