import { createContext, use } from 'react';

/** One thing to be mended before the form can be accepted; without `field` it concerns the whole form. */
export interface FormProblem {
  field?: string;
  message: string;
}

/** Looks at a form before it is sent; `false` keeps it here, and says beside it why. */
export type FormCheck = (form: HTMLFormElement) => Promise<boolean>;

interface FormState {
  formId: string;
  pending: boolean;
  problems: readonly FormProblem[];
  /** What was typed before the server refused the form; `undefined` on a fresh one. */
  typed?: Record<string, string | string[]>;
  /** Takes back what was wrong with a field, once that is mended. */
  forgive(field: string): void;
  /** Has the form looked at before it is sent. Returns what ends that. */
  checkBeforeSending(check: FormCheck): () => void;
}

/** What a form tells the fields inside it; fields of a plain GET form live without. */
export const FormContext = createContext<FormState>({
  formId: 'form',
  pending: false,
  problems: [],
  forgive: () => undefined,
  checkBeforeSending: () => () => undefined,
});

/** The state of the form around. */
export const useFormState = (): FormState => use(FormContext);

/** The `id` of a field: stable, so that labels, problems and the summary find it. */
export const fieldIdOf = (formId: string, name: string): string => `${formId}-${name}`;

/**
 * What a field needs to be labelled, filled again and marked as wrong.
 *
 * @param name the input field of the mutation
 */
export function useField(name: string) {
  const { formId, problems, typed } = useFormState();
  const id = fieldIdOf(formId, name);
  const before = typed?.[name];
  return {
    id,
    hintId: `${id}-hint`,
    problemId: `${id}-problem`,
    problem: problems.find((problem) => problem.field === name)?.message,
    typed: Array.isArray(before) ? before[0] : before,
    wasRefused: typed !== undefined,
  };
}

/** Typed reading of what the browser would send. */
export class FormFields {
  constructor(private readonly data: FormData) {}

  /** @returns the text of a field, empty when it is missing */
  text(name: string): string {
    const value = this.data.get(name);
    return typeof value === 'string' ? value : '';
  }

  /** @returns the text of a field, `undefined` when it is empty */
  optional(name: string): string | undefined {
    return this.text(name) || undefined;
  }

  /** @returns what was chosen in a field whose values are those of an enum, `undefined` when nothing was */
  choice<Value extends string>(name: string): Value | undefined {
    return this.optional(name) as Value | undefined;
  }

  /** @returns all that were chosen of the values of an enum, `undefined` when none was */
  choices<Value extends string>(name: string): Value[] | undefined {
    const chosen = this.all(name) as Value[];
    return chosen.length > 0 ? chosen : undefined;
  }

  /** @returns the texts of all fields of a name, in the order of the form */
  all(name: string): string[] {
    return this.data.getAll(name).filter((value) => typeof value === 'string');
  }

  /** @returns whether a box is ticked */
  checked(name: string): boolean {
    return this.data.get(name) !== null;
  }

  /** The key that makes a resend harmless. */
  get clientKey(): string {
    return this.text('clientKey');
  }
}
