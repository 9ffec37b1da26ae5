import { IconAlertTriangle } from '../icons.js';
import type { Ref } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { fieldIdOf, type FormProblem } from './form-state.js';
import styles from './form.module.css';

interface ProblemSummaryProps {
  problems: readonly FormProblem[];
  formId: string;
  inline: boolean;
  ref: Ref<HTMLDivElement>;
}

/** Everything that is wrong with a form, on top of it, each line leading to its field. Takes the focus when it appears. */
export function ProblemSummary({ problems, formId, inline, ref }: ProblemSummaryProps) {
  const t = useMessages('kit');
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      data-problems=""
      className={inline ? styles.inlineSummary : styles.summary}
    >
      {!inline && (
        <p className={styles.summaryTitle}>
          <IconAlertTriangle size={20} aria-hidden /> {t('form.problems', { count: problems.length })}
        </p>
      )}
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field ?? ''} ${message}`}>
            {field ? <a href={`#${fieldIdOf(formId, field)}`}>{message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  );
}
