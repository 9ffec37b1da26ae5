import { clsx } from 'clsx';
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { usePageRuntime } from '../page/page-runtime.js';
import { writeChosenDate } from '../parts/dates.js';
import { useField } from './form-state.js';
import { formStyles } from './form-styles.js';
import styles from './form.module.css';

interface FieldFrame {
  /** The mutation's input field. */
  name: string;
  label: ReactNode;
  /** One sentence of help, read out with the field. */
  hint?: ReactNode;
  /**
   * Marks a field that may stay empty; required is the rule and bears no mark. `required={false}` bears none either: what
   * else was filled in decides, and only the server can tell.
   */
  optional?: boolean;
  className?: string;
}

type Native<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentProps<Tag>,
  'name' | 'id' | 'className'
>;

function Frame(props: FieldFrame & { children: ReactNode }) {
  const t = useMessages('kit');
  const { id, hintId, problemId, problem } = useField(props.name);
  return (
    <div className={clsx(styles.field, props.className)}>
      <label htmlFor={id}>
        {props.label} {props.optional && <span className={styles.optional}>{t('form.optional')}</span>}
      </label>
      {props.hint && (
        <p id={hintId} className={styles.hint}>
          {props.hint}
        </p>
      )}
      {problem && (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
      {props.children}
    </div>
  );
}

/** Sorts what a field was given into its frame and its element's attributes, and adds what the form knows of it. */
function useFieldParts<Props extends FieldFrame & { defaultValue?: unknown; required?: boolean }>(
  props: Props,
) {
  const { label, hint, optional, name, className, defaultValue, required, ...native } = props;
  const { id, hintId, problemId, problem, typed } = useField(name);
  return {
    frame: { label, hint, optional, name, className },
    attributes: {
      ...native,
      id,
      name,
      className: formStyles.control,
      required: required ?? !optional,
      defaultValue: (typed ?? defaultValue) as Props['defaultValue'],
      'aria-describedby': clsx(hint && hintId, problem && problemId) || undefined,
      'aria-invalid': problem ? true : undefined,
    } as const,
  };
}

/** One line of text with its label. A password the server has refused is never filled in again; the field says so. */
export function TextField(props: FieldFrame & Native<'input'>) {
  const t = useMessages('kit');
  const { wasRefused } = useField(props.name);
  const secret = props.type === 'password';
  const again = secret && wasRefused && t('form.typeAgain');
  const { frame, attributes } = useFieldParts(
    again ? { ...props, hint: withHint(again, props.hint) } : props,
  );
  return (
    <Frame {...frame}>
      <input type="text" {...attributes} defaultValue={secret ? undefined : attributes.defaultValue} />
    </Frame>
  );
}

const withHint = (first: string, hint: ReactNode) => (
  <>
    <strong>{first}</strong> {hint}
  </>
);

/**
 * A day, or a day and a time (`withTime`), by the browser's own field. It is the time of a clock on the wall where the
 * community is; which time zone that is stands below the label. Browsers write the field in their own language: what is
 * chosen stands above it in that of the page, with its weekday, once a script can keep it true.
 */
export function DateField({
  withTime = false,
  hint,
  ...props
}: FieldFrame & Omit<Native<'input'>, 'type'> & { withTime?: boolean }) {
  const t = useMessages('kit');
  const { site, locale } = usePageRuntime();
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState('');
  useEffect(() => setChosen(field.current!.value), []);
  return (
    <TextField
      {...props}
      ref={field}
      type={withTime ? 'datetime-local' : 'date'}
      onChange={(change) => setChosen(change.target.value)}
      hint={
        <>
          {hint} {t('form.timeZone', { zone: site.timeZone })}{' '}
          {chosen && <strong className={styles.chosen}>{writeChosenDate(chosen, locale)}</strong>}
        </>
      }
    />
  );
}

/** Several lines of text with their label. */
export function TextArea(props: FieldFrame & Native<'textarea'>) {
  const { frame, attributes } = useFieldParts(props);
  return (
    <Frame {...frame}>
      <textarea rows={6} {...attributes} />
    </Frame>
  );
}

/** A choice of one out of few. */
export function Select(props: FieldFrame & Native<'select'>) {
  const { frame, attributes } = useFieldParts(props);
  return (
    <Frame {...frame}>
      <select {...attributes} />
    </Frame>
  );
}

interface CheckProps extends FieldFrame {
  defaultChecked?: boolean;
  /** Draws the box as a switch, for what takes effect as soon as it is sent. */
  look?: 'box' | 'switch';
}

/** A yes or no; the label may hold links. */
export function Checkbox({ look = 'box', defaultChecked, ...frame }: CheckProps) {
  const { id, hintId, problemId, problem, typed, wasRefused } = useField(frame.name);
  return (
    <div className={clsx(styles.check, frame.className)}>
      <input
        type="checkbox"
        id={id}
        name={frame.name}
        value="true"
        role={look === 'switch' ? 'switch' : undefined}
        className={look === 'switch' ? styles.switch : undefined}
        defaultChecked={wasRefused ? typed !== undefined : defaultChecked}
        required={!frame.optional}
        aria-describedby={clsx(frame.hint && hintId, problem && problemId) || undefined}
        aria-invalid={problem ? true : undefined}
      />
      <div>
        <label htmlFor={id}>{frame.label}</label>
        {frame.hint && (
          <p id={hintId} className={styles.hint}>
            {frame.hint}
          </p>
        )}
        {problem && (
          <p id={problemId} className={styles.problem}>
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
