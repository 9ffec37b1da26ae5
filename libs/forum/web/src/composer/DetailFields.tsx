import { useId } from 'react';
import { formStyles, useFormState, useMessages } from '@kundig/web-kit';
import styles from './DetailFields.module.css';

interface DetailFieldsProps {
  fields: readonly { id: string; label: string; choices: readonly string[] }[];
}

/** What the board asks beside the question, folded: all of it may stay empty. The form sends the fields' ids beside the answers. */
export function DetailFields({ fields }: DetailFieldsProps) {
  const t = useMessages('forum');
  const formId = useId();
  const { typed } = useFormState();
  const before = [typed?.details ?? []].flat();
  return (
    <details className={styles.details} open={before.some(Boolean)}>
      <summary>{t('ask.details')}</summary>
      <p>{t('ask.detailsHint')}</p>
      <div className={styles.fields}>
        {fields.map(({ id, label, choices }, index) => {
          const field = {
            id: `${formId}-${id}`,
            name: 'details',
            className: formStyles.control,
            defaultValue: before[index] ?? '',
          };
          return (
            <div key={id}>
              <label htmlFor={field.id}>{label}</label>
              <input type="hidden" name="detailFields" value={id} readOnly />
              {choices.length > 0 ? (
                <select {...field}>
                  <option value="">{t('ask.noDetail')}</option>
                  {choices.map((choice) => (
                    <option key={choice}>{choice}</option>
                  ))}
                </select>
              ) : (
                <input type="text" {...field} maxLength={120} autoComplete="off" />
              )}
            </div>
          );
        })}
      </div>
    </details>
  );
}
