import { clsx } from 'clsx';
import { Prose } from '@kundig/web-kit';
import styles from './TextFold.module.css';

interface TextFoldProps {
  html: string;
  lang: string;
  /** Lines that stay in sight: `five` of a text above its solution, `one` of one that stands in full elsewhere. */
  lines: 'five' | 'one';
  /** What shows the rest. */
  unfold: string;
}

/**
 * A text of which the first lines are shown. Folding is a matter of the eye: the whole text is always in the page, opens
 * without scripts, and is open where an address leads to it.
 */
export function TextFold({ html, lang, lines, unfold }: TextFoldProps) {
  return (
    <div className={clsx(styles.fold, styles[lines])} data-fold="">
      <label className={styles.unfold}>
        <input type="checkbox" /> {unfold}
      </label>
      <Prose html={html} lang={lang} className={styles.text} />
    </div>
  );
}
