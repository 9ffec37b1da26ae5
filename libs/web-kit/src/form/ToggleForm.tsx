import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ReactNode } from 'react';
import { usePageRuntime } from '../page/page-runtime.js';
import { LinkButton, SubmitButton, type ButtonLook } from './Button.js';
import type { FormFields } from './form-state.js';
import { MutationForm } from './MutationForm.js';

/** What one press sends. */
export interface ToggleWay<Result, Variables> {
  /** Name of the mutation's root field. */
  mutation: string & keyof Result;
  document: TypedDocumentNode<Result, Variables>;
}

interface ToggleFormProps<On, Off, Variables extends { input: unknown }> {
  /** Whether what the button says holds; pressed once more it is taken back. */
  pressed: boolean;
  /** What a press does while it does not hold. */
  on: ToggleWay<On, Variables>;
  /** What a press does while it holds. */
  off: ToggleWay<Off, Variables>;
  /** Fields nobody types, such as the id of what is meant. */
  hidden: Record<string, string>;
  toInput(fields: FormFields): Variables['input'];
  /** What stands there for a member who may not press it; left out for those who may. */
  locked?: ReactNode;
  /** Where visitors do it, who are led to the sign-in and back without it. */
  visitorsGo?: string;
  look: ButtonLook;
  icon?: ReactNode;
  title?: string;
  children: ReactNode;
}

/**
 * A button that says something and takes it back, each by a form that works without scripts. Visitors are led
 * elsewhere. The form stays the same one when its state changes, so the focus stays where it is.
 */
export function ToggleForm<On extends object, Off extends object, Variables extends { input: unknown }>(
  props: ToggleFormProps<On, Off, Variables>,
) {
  const { pressed, hidden, toInput, look, icon, title, children } = props;
  const { viewer, path } = usePageRuntime();
  if (viewer === 'visitor')
    return (
      <LinkButton
        to={props.visitorsGo ?? `/sign-in?next=${encodeURIComponent(path)}`}
        look={look}
        size="small"
        icon={icon}
        rel="nofollow"
      >
        {children}
      </LinkButton>
    );
  if (props.locked !== undefined) return props.locked;
  const form = <Result extends object>({ mutation, document }: ToggleWay<Result, Variables>) => (
    <MutationForm
      mutation={mutation}
      document={document}
      hidden={hidden}
      toInput={toInput}
      then="stay"
      inline
    >
      <SubmitButton look={look} size="small" icon={icon} aria-pressed={pressed} title={title}>
        {children}
      </SubmitButton>
    </MutationForm>
  );
  return pressed ? form(props.off) : form(props.on);
}
