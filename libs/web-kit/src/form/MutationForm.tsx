import { useMutation } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { useCallback, useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { usePageNavigator } from '../page/page-navigator.js';
import { localePrefix, usePageRuntime } from '../page/page-runtime.js';
import { clientKeyOf, newClientKey } from './client-key.js';
import { FormContext, FormFields, type FormCheck, type FormProblem } from './form-state.js';
import { ProblemSummary } from './ProblemSummary.js';

const Refusal_error = graphql(`
  fragment Refusal_error on UserError {
    message
    field
    ... on InvalidInputError {
      issues {
        field
        message
      }
    }
  }
`);

/**
 * Every mutation answers with a union of one success, whose path is asked for, and the errors a person can mend, of which
 * the fragment `Refusal_error` is.
 */
type MutationAnswer = { path: string } | ({ path?: undefined } & FragmentType<typeof Refusal_error>);

interface MutationFormProps<Result, Variables extends { input: unknown }> {
  /** Name of the mutation's root field; without scripts the form is posted to `/form/<mutation>`. */
  mutation: string & keyof Result;
  document: TypedDocumentNode<Result, Variables>;
  /** The mutation's input from what stands in the form, named as without scripts. */
  toInput(fields: FormFields): Variables['input'];
  /** Fields nobody types, such as ids. */
  hidden?: Record<string, string>;
  /**
   * What follows success: `go` to the page the server names, `stay` where one is (the cache has the news), or `reload`
   * when the person behind the session has changed.
   */
  then?: 'go' | 'stay' | 'reload';
  /** Id of the part of this page that takes the focus after success and meanwhile stays where the reader sees it. */
  keepInPlace?: string;
  /** Called with the answer before what `then` says. */
  onDone?(result: Result): void;
  /** What the answer will be, shown until it is there. */
  optimistic?: Result;
  /** Asks before leaving the page with text that is not sent. */
  guarded?: boolean;
  /** A file may go along when the form is sent without scripts. */
  withFile?: boolean;
  /** Small forms inside a line show their problem as one sentence without a heading. */
  inline?: boolean;
  label?: string;
  className?: string;
  children: ReactNode;
}

/**
 * A form that works without scripts and better with them: the same fields go to the same mutation, by a post the server
 * answers with a page, or in place. Whatever happens, nothing typed is lost and sending twice is the same as once.
 */
export function MutationForm<Result extends object, Variables extends { input: unknown }>(
  props: MutationFormProps<Result, Variables>,
) {
  const { mutation, hidden = {}, then = 'go' } = props;
  const t = useMessages('kit');
  const runtime = usePageRuntime();
  const navigate = usePageNavigator();
  const formId = useId();
  const refused = useRefusedForm(mutation, hidden);
  const [problems, setProblems] = useState<readonly FormProblem[]>(refused?.problems ?? []);
  const [attempt, setAttempt] = useState(0);
  const [clientKey, setClientKey] = useState(() => clientKeyOf(runtime.renderKey, formId));
  const [send, { loading }] = useMutation<Result, { input: Variables['input'] }>(
    props.document as unknown as TypedDocumentNode<Result, { input: Variables['input'] }>,
  );
  const summary = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problems.length > 0) summary.current?.focus();
  }, [problems, attempt]);

  const forgive = (field: string) =>
    setProblems((known) => known.filter((problem) => problem.field !== field));

  const checks = useRef(new Set<FormCheck>());
  const isChecking = useRef(false);
  const checkBeforeSending = useCallback((check: FormCheck) => {
    const all = checks.current;
    all.add(check);
    return () => void all.delete(check);
  }, []);

  async function passesChecks(form: HTMLFormElement): Promise<boolean> {
    isChecking.current = true;
    try {
      for (const check of checks.current) if (!(await check(form))) return false;
      return true;
    } finally {
      isChecking.current = false;
    }
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (loading || isChecking.current) return;
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent; // which button, where a form has several
    if (checks.current.size > 0 && !(await passesChecks(form))) {
      if (props.guarded) form.dataset.dirty = ''; // it was taken for sent
      return;
    }
    const input = props.toInput(new FormFields(new FormData(form, submitter)));
    const result = await send({ variables: { input }, optimisticResponse: props.optimistic as never })
      .then(({ data }) => data)
      .catch(() => undefined);
    const answer = result?.[mutation] as MutationAnswer | undefined;
    setAttempt((count) => count + 1);
    if (answer?.path === undefined) {
      setProblems(answer ? problemsOf(answer) : [{ message: t('form.unreachable') }]);
      return;
    }
    setProblems([]);
    setClientKey(newClientKey());
    delete form.dataset.dirty;
    props.onDone?.(result!);
    if (then === 'reload') window.location.assign(localePrefix(runtime.locale) + answer.path);
    if (then === 'go') {
      form.reset();
      navigate?.(answer.path, { refresh: true, keepInPlace: props.keepInPlace });
    }
  }

  return (
    <form
      id={formId}
      method="post"
      encType={props.withFile ? 'multipart/form-data' : undefined}
      action={`${localePrefix(runtime.locale)}/form/${mutation}`}
      onSubmit={submit}
      aria-label={props.label}
      className={props.className}
      data-island=""
      data-guarded={props.guarded ? t('form.leave') : undefined}
    >
      <FormContext
        value={{ formId, pending: loading, problems, typed: refused?.fields, forgive, checkBeforeSending }}
      >
        <input type="hidden" name="_page" defaultValue={runtime.path} />
        {runtime.formToken && <input type="hidden" name="_token" defaultValue={runtime.formToken} />}
        {runtime.viewer === 'signed-in' && (
          <input type="hidden" name="clientKey" value={clientKey} readOnly />
        )}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        {problems.length > 0 && (
          <ProblemSummary ref={summary} problems={problems} formId={formId} inline={props.inline === true} />
        )}
        {props.children}
      </FormContext>
    </form>
  );
}

/** What is to be mended: all fields at fault, or the one thing that stands in the way. */
function problemsOf(answer: FragmentType<typeof Refusal_error>): FormProblem[] {
  const refusal = readFragment(Refusal_error, answer);
  return 'issues' in refusal
    ? refusal.issues
    : [{ message: refusal.message, field: refusal.field ?? undefined }];
}

/** The refusal of this very form: the same mutation with the same hidden fields. */
function useRefusedForm(mutation: string, hidden: Record<string, string>) {
  const { refusedForm } = usePageRuntime();
  const [refused] = useState(() =>
    refusedForm?.mutation === mutation &&
    Object.entries(hidden).every(([name, value]) => refusedForm.fields[name] === value)
      ? refusedForm
      : undefined,
  );
  return refused;
}
