import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import styles from './icon-of.module.css';

export interface IconProps extends Omit<ComponentProps<'svg'>, 'stroke'> {
  /** Edge in CSS pixels; 24 is the one icons are drawn for. */
  size?: number;
  /** Width of the lines, in the icon's own pixels. */
  stroke?: number;
}

/** An icon as its package holds it: outlines, each with its `d`. */
type IconLines = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

/**
 * Draws an icon with all its lines as one path, and what all icons share in the stylesheet. The package's own components
 * write each line as an element of its own: of the 800 elements of a page with twenty posts 120 were such lines.
 * @param lines outlines alone, which begin at a place of their own
 */
export function iconOf(lines: IconLines) {
  const path = lines.map(([, { d }]) => d).join('');
  return function Icon({ size = 24, stroke = 2, className, ...svg }: IconProps) {
    return (
      <svg
        className={clsx(styles.icon, className)}
        width={size}
        height={size}
        viewBox="0 0 24 24"
        strokeWidth={stroke}
        {...svg}
      >
        <path d={path} />
      </svg>
    );
  };
}
