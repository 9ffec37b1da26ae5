import { useState, useSyncExternalStore } from 'react';
import { Button, useMessages, usePageRuntime } from '@kundig/web-kit';
import styles from './FillGapsFields.module.css';
import { fillGaps, gapsIn } from './text-gaps.js';

/** A text in both languages. */
export interface BothTexts {
  readonly de: string;
  readonly en: string;
}

interface FillGapsFieldsProps {
  /** As they stand in the form now. */
  texts: BothTexts;
  onFilled(texts: BothTexts): void;
}

/** What was filled in for a gap, by the gap's German words; other texts want the same. */
type Known = Readonly<Record<string, BothTexts>>;

const KEPT_AS = 'kundig:gaps';
/** The context of a gap that has its line to itself. */
const ALONE = '…';
const LANGUAGES = [
  { language: 'de', name: 'text.german' },
  { language: 'en', name: 'text.english' },
] as const;

/**
 * Asks for what is missing in a text, gap by gap and for both languages at once, instead of having it looked for. Works
 * while both have the same gaps; what was given for one text is proposed for the next.
 */
export function FillGapsFields({ texts, onFilled }: FillGapsFieldsProps) {
  const t = useMessages('identity');
  const { locale } = usePageRuntime();
  const known = parseKnown(useSyncExternalStore(unchanging, readKept, () => null));
  const [typed, setTyped] = useState<Readonly<Record<number, Partial<BothTexts>>>>({});
  const gaps = { de: gapsIn(texts.de), en: gapsIn(texts.en) };
  if (gaps.de.length === 0 || gaps.de.length !== gaps.en.length) return null;

  const firstOf = (wanted: string) => gaps.de.findIndex(({ label }) => label === wanted);
  const values = gaps.de.map(({ label }, index): BothTexts => {
    const [own, first, before] = [typed[index], typed[firstOf(label)], known[label]];
    const de = own?.de ?? first?.de ?? before?.de ?? '';
    return { de, en: own?.en ?? first?.en ?? (before?.de === de ? before.en : de) };
  });
  const type = (index: number, language: keyof BothTexts, value: string) =>
    setTyped({ ...typed, [index]: { ...typed[index], [language]: value } });
  const fill = () => {
    const given = gaps.de.flatMap(({ label }) => {
      const value = values[firstOf(label)]!;
      return value.de ? [[label, value] as const] : [];
    });
    const all = { ...known, ...Object.fromEntries(given) };
    keep(all);
    setTyped({});
    const valuesIn = (language: keyof BothTexts) => values.map((value) => value[language]);
    onFilled({ de: fillGaps(texts.de, valuesIn('de')), en: fillGaps(texts.en, valuesIn('en')) });
  };

  return (
    <fieldset className={styles.gaps} data-needs-script="">
      <legend>{t('gaps.title', { count: gaps.de.length })}</legend>
      <p className={styles.hint}>{t('gaps.hint')}</p>
      {gaps[locale].map(({ label, context }, index) => (
        <div key={index} className={styles.gap}>
          <p>
            <strong>{label}</strong> {context !== ALONE && <small>{context}</small>}
          </p>
          {LANGUAGES.map(({ language, name }) => (
            <label key={language}>
              <small>{t(name)}</small>
              <input
                aria-label={`${label} (${t(name)})`}
                value={values[index]![language]}
                onChange={({ currentTarget }) => type(index, language, currentTarget.value)}
              />
            </label>
          ))}
        </div>
      ))}
      <Button look="outline" onClick={fill}>
        {t('gaps.fill')}
      </Button>
    </fieldset>
  );
}

/** Only this part writes to it, and looks again afterwards. */
const unchanging = () => () => undefined;

const parseKnown = (kept: string | null): Known => JSON.parse(kept ?? '{}') as Known;

function readKept(): string | null {
  try {
    return sessionStorage.getItem(KEPT_AS);
  } catch {
    return null; // storage is switched off
  }
}

function keep(known: Known): void {
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify(known));
  } catch {
    // storage is switched off: the next text asks again
  }
}
