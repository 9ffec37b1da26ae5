import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from '../parts/Link.js';
import { useFormState } from './form-state.js';
import styles from './button.module.css';

/** How much a button asks for attention; one `filled` a view, `quiet` inside lines. */
export type ButtonLook = 'filled' | 'outline' | 'quiet' | 'danger';

interface Look {
  look?: ButtonLook;
  size?: 'normal' | 'small';
  icon?: ReactNode;
}

const classOf = ({ look = 'outline', size = 'normal' }: Look, className?: string) =>
  clsx(styles.button, styles[look], size === 'small' && styles.small, className);

/** A button that does something on this page. */
export function Button({
  look,
  size,
  icon,
  children,
  className,
  ...native
}: Look & ComponentProps<'button'>) {
  return (
    <button type="button" {...native} className={classOf({ look, size }, className)}>
      {icon}
      {children}
    </button>
  );
}

/** Sends the form around; says by its state that it is at work, and does not lose the focus meanwhile. */
export function SubmitButton({ look = 'filled', ...props }: Look & ComponentProps<'button'>) {
  const { pending } = useFormState();
  return <Button {...props} look={look} type="submit" aria-disabled={pending || undefined} />;
}

/** A link that looks like a button, for the one thing a page wants to lead to. */
export function LinkButton({ look, size, icon, children, className, ...link }: Look & LinkProps) {
  return (
    <Link {...link} className={classOf({ look, size }, className)}>
      {icon}
      {children}
    </Link>
  );
}
