import type { ReactNode } from 'react';
import {
  graphql,
  readFragment,
  type FragmentType,
  type LeakAnswer,
  type LeakKind,
} from '@kundig/api-contract';
import { MutationForm, Prose, SubmitButton, TextArea, useMessages } from '@kundig/web-kit';
import { AuthorLine } from './AuthorLine.js';
import styles from './SettleQuestionForms.module.css';

const SettleQuestionForms_question = graphql(`
  fragment SettleQuestionForms_question on QuestionToSettleObject {
    answers {
      id
      html
      lang
      author {
        ...AuthorLine_author
      }
    }
  }
`);

const SettleQuestionMutation = graphql(`
  mutation SettleQuestion($input: SettleQuestionInput!) {
    settleQuestion(input: $input) {
      ... on SettleQuestionSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface SettleQuestionFormsProps {
  question: FragmentType<typeof SettleQuestionForms_question>;
  /** From the mail; stands for the asker in this question. */
  token: string;
  /** Looks at what is written before it is sent. */
  guard: ReactNode;
}

/** *Gelöst, selbst gelöst oder noch offen?* Each with a button of its own; opening the page answers nothing. */
export function SettleQuestionForms({ token, guard, ...props }: SettleQuestionFormsProps) {
  const t = useMessages('forum');
  const { answers } = readFragment(SettleQuestionForms_question, props.question);
  const form = { mutation: 'settleQuestion', document: SettleQuestionMutation } as const;
  return (
    <div className={styles.forms}>
      <MutationForm
        {...form}
        hidden={{ token, outcome: 'STILL_OPEN' }}
        toInput={() => ({ token, outcome: 'STILL_OPEN' as const })}
        inline
      >
        <SubmitButton look="outline">{t('settle.open')}</SubmitButton>
      </MutationForm>
      <section>
        <h2>{t('settle.solved')}</h2>
        <ul className={styles.answers}>
          {answers.map(({ id, html, lang, author }) => (
            <li key={id}>
              <AuthorLine author={author} />
              {html && <Prose html={html} lang={lang} className={styles.text} />}
              <MutationForm
                {...form}
                hidden={{ token, outcome: 'SOLVED', postId: id }}
                toInput={() => ({ token, outcome: 'SOLVED' as const, postId: id })}
                inline
              >
                <SubmitButton look="outline" size="small">
                  {t('settle.solvedBy')}
                </SubmitButton>
              </MutationForm>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('settle.self')}</h2>
        <MutationForm
          {...form}
          hidden={{ token, outcome: 'SELF_SOLVED' }}
          toInput={(fields) => ({
            token,
            outcome: 'SELF_SOLVED' as const,
            body: fields.text('body'),
            leaks: fields.choice<LeakAnswer>('leaks'),
            leaksHidden: fields.choices<LeakKind>('leaksHidden'),
          })}
          className={styles.self}
          guarded
        >
          <TextArea name="body" label={t('settle.how')} hint={t('settle.howHint')} />
          {guard}
          <SubmitButton>{t('settle.sendSelf')}</SubmitButton>
        </MutationForm>
      </section>
    </div>
  );
}
