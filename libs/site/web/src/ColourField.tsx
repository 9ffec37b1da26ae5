import { useRef, useState } from 'react';
import { Button, TextField, useField, useFormState, useMessages } from '@kundig/web-kit';
import styles from './ColourField.module.css';

const CODE = /^#?([0-9a-f]{6})$/i;

interface ColourFieldProps {
  name: string;
  label: string;
  hint: string;
  /** As it is saved, `#rrggbb`. */
  colour: string;
  /** What the colour is for: under light writing and as writing itself, or under dark writing. */
  use: 'brand' | 'accent';
}

/**
 * A colour by its number, as brand books give it, or picked; a sample shows it before it is saved. What a refusal
 * proposes is taken over with one click.
 */
export function ColourField({ colour, use, ...field }: ColourFieldProps) {
  const t = useMessages('site');
  const { forgive } = useFormState();
  const { problem, typed } = useField(field.name);
  const code = useRef<HTMLInputElement>(null);
  const [written, setWritten] = useState(typed ?? colour);
  const chosen = colourOf(written);
  const [proposal] = /#[0-9a-f]{6}/.exec(problem ?? '') ?? [];
  function take(value: string) {
    setWritten(value);
    if (colourOf(value)) forgive(field.name);
  }
  function write(value: string) {
    code.current!.value = value;
    take(value);
  }
  return (
    <div className={styles.colour}>
      <TextField
        {...field}
        ref={code}
        defaultValue={colour}
        pattern="#?[0-9a-fA-F]{6}"
        title={t('settings.colourCode')}
        maxLength={7}
        autoComplete="off"
        spellCheck={false}
        onInput={({ currentTarget }) => take(currentTarget.value)}
        className={styles.code}
      />
      <div className={styles.beside} data-needs-script="">
        <input
          type="color"
          value={chosen ?? colour}
          onChange={({ currentTarget }) => write(currentTarget.value)}
          aria-label={t('settings.pickColour', { name: field.label })}
          className={styles.picker}
        />
        {chosen && <Sample colour={chosen} use={use} words={t('settings.sample')} />}
        {proposal && (
          <Button size="small" onClick={() => write(proposal)}>
            {t('settings.takeProposal', { proposal })}
          </Button>
        )}
      </div>
    </div>
  );
}

const colourOf = (written: string): string | null => {
  const digits = CODE.exec(written.trim())?.[1];
  return digits ? `#${digits.toLowerCase()}` : null;
};

/** Drawn, as style attributes are forbidden on our pages. */
function Sample({ colour, use, words }: { colour: string; use: ColourFieldProps['use']; words: string }) {
  return (
    <svg viewBox="0 0 232 44" className={styles.sample} role="img" aria-label={`${words} ${colour}`}>
      <rect width="232" height="44" rx="8" fill="#ffffff" />
      <rect x="6" y="6" width="104" height="32" rx="6" fill={colour} />
      <text x="58" y="27" textAnchor="middle" fill={use === 'brand' ? '#ffffff' : '#1d1a17'}>
        {words}
      </text>
      {use === 'brand' ? (
        <text x="171" y="27" textAnchor="middle" fill={colour} textDecoration="underline">
          {words}
        </text>
      ) : (
        <rect x="122" y="20" width="98" height="4" fill={colour} />
      )}
    </svg>
  );
}
