import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button, IconEyeOff, useField, useFormState, useMessages } from '@kundig/web-kit';
import type { HidingWords, LeakKind } from '@kundig/leak-guard/rules';
import { type Fix, FIXES } from './fixes.js';
import { KIND_WORDS } from './kind-words.js';
import { type Place, type TextElement, write } from './places.js';
import { namedKind } from './settings/kinds.js';
import { useGuard } from './use-guard.js';
import styles from './LeakGuard.module.css';

/** Names of the fields in which people write about what happened. */
const WRITTEN = ['title', 'body', 'details'] as const;
/** The input field with the author's answer, as the server reads it. */
const ANSWER = 'leaks';
/** The one with the kinds of what was hidden here. */
const REPORT = 'leaksHidden';

interface LeakGuardProps {
  /** Whether one speaks anonymously here anyway; else the switch of the form tells. */
  isAnonymous?: boolean;
  /** Whether the text is to be read already: nobody is asked again about what stood in it. */
  isPublished?: boolean;
}

/** Texts that were changed at once, and what was found in them. */
interface Hidden {
  readonly kinds: readonly LeakKind[];
  readonly before: ReadonlyMap<TextElement, string>;
}

const isHard = ({ finding }: Place) => finding.hardness === 'hard';

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Guards the form around against one's own slip. What should be nobody's to read is asked about once, before the form is
 * sent; what only tells who writes is underlined while somebody writes anonymously. Nothing leaves the browser for it.
 */
export function LeakGuard({ isAnonymous = false, isPublished = false }: LeakGuardProps) {
  const t = useMessages('leak-guard');
  const frame = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const { checkBeforeSending } = useFormState();
  const answer = useRef<HTMLInputElement>(null);
  const { problem: asksAgain } = useField(ANSWER);
  const { places, anonymous, bound, look, keysBefore, guard } = useGuard(frame, WRITTEN);
  const left = useRef(new Set<string>());
  const [question, setQuestion] = useState<ReadonlySet<string>>(NOTHING);
  const [hidden, setHidden] = useState<Hidden | null>(null);
  const [reported, setReported] = useState<readonly LeakKind[]>([]);

  const open = places.filter(({ finding }) => question.has(finding.key));
  const soft = isAnonymous || anonymous ? places.filter((place) => !isHard(place)) : [];
  const form = () => frame.current!.closest('form')!;

  useEffect(
    () =>
      checkBeforeSending(async () => {
        const hard = (await look()).filter(isHard);
        const known = isPublished && hard.length > 0 ? await keysBefore() : NOTHING;
        const toAsk = hard.filter(({ finding: { key } }) => !left.current.has(key) && !known.has(key));
        if (answer.current)
          answer.current.value = hard.some(({ finding }) => left.current.has(finding.key)) ? 'LEAVE' : '';
        setQuestion(new Set(toAsk.map(({ finding }) => finding.key)));
        setHidden(null);
        return toAsk.length === 0;
      }),
    [checkBeforeSending, look, keysBefore, isPublished],
  );

  useEffect(() => {
    if (question.size > 0) panel.current?.focus();
  }, [question]);

  function show({ field, finding }: Place) {
    field.focus();
    field.setSelectionRange(finding.start, finding.end);
  }

  function putAside() {
    const [first] = open;
    setQuestion(NOTHING);
    if (first) show(first);
  }

  async function use(fix: Fix) {
    const worker = guard();
    if (!worker) return;
    const words = Object.fromEntries(
      Object.entries(KIND_WORDS).map(([kind, key]) => [kind, t(key)]),
    ) as HidingWords;
    const outcome = await fix.apply({ places: open, guard: worker, words });
    setQuestion(NOTHING);
    if (outcome.kind === 'send') {
      for (const { finding } of open) left.current.add(finding.key);
      form().requestSubmit();
    } else {
      const kinds = open.map(({ finding }) => finding.kind);
      setHidden({ kinds, before: outcome.before });
      setReported([...reported, ...kinds]);
      form().querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
    }
  }

  function undo({ kinds, before }: Hidden) {
    setReported(reported.slice(0, -kinds.length));
    for (const [field, text] of before) write(field, text);
    setHidden(null);
    before.keys().next().value?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    putAside();
  }

  return (
    <div ref={frame} className={styles.guard}>
      {asksAgain ? (
        <LeakChoice problem={asksAgain} />
      ) : (
        <input ref={answer} type="hidden" name={ANSWER} defaultValue="" />
      )}
      {reported.map((kind, index) => (
        <input key={index} type="hidden" name={REPORT} value={namedKind(kind)} />
      ))}
      {open.length > 0 && (
        <div
          ref={panel}
          role="group"
          aria-labelledby={titleId}
          tabIndex={-1}
          className={styles.question}
          onKeyDown={onKeyDown}
        >
          <p id={titleId} className={styles.title}>
            <IconEyeOff size={20} aria-hidden /> {t('ask', { count: open.length })}
          </p>
          <Places places={open} onShow={show} />
          <p className={styles.why}>{t(bound ? 'ask.bound' : 'ask.why')}</p>
          <div className={styles.fixes}>
            {FIXES.filter(({ leaves }) => !(bound && leaves)).map((fix) => (
              <Button key={fix.labelKey} look={fix.look} onClick={() => void use(fix)}>
                {t(fix.labelKey)}
              </Button>
            ))}
          </div>
        </div>
      )}
      {soft.length > 0 && (
        <div className={styles.soft} role="status">
          <p>{t('soft')}</p>
          <Places places={soft} onShow={show} />
        </div>
      )}
      <div role="status">
        {hidden && (
          <p className={styles.hidden}>
            {t('hidden', { count: hidden.kinds.length })}{' '}
            <Button look="quiet" size="small" onClick={() => undo(hidden)}>
              {t('hidden.undo')}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}

/** The question as the server puts it: to be answered in the form itself, with scripts and without. */
function LeakChoice({ problem }: { problem: string }) {
  const t = useMessages('leak-guard');
  const { id, problemId } = useField(ANSWER);
  return (
    <fieldset id={id} tabIndex={-1} className={styles.question} aria-describedby={problemId}>
      <legend className={styles.title}>{t('choice')}</legend>
      <p id={problemId}>{problem}</p>
      <label className={styles.choice}>
        <input type="radio" name={ANSWER} value="HIDE" defaultChecked required /> {t('fix.hide')}
      </label>
      <label className={styles.choice}>
        <input type="radio" name={ANSWER} value="LEAVE" required /> {t('fix.leave')}
      </label>
    </fieldset>
  );
}

interface PlacesProps {
  places: readonly Place[];
  onShow(place: Place): void;
}

/** What was found, each line leading to its place in the text. */
function Places({ places, onShow }: PlacesProps) {
  const t = useMessages('leak-guard');
  return (
    <ul className={styles.places}>
      {places.map((place) => {
        const kind = t(KIND_WORDS[place.finding.kind]);
        return (
          <li key={`${place.field.id} ${place.finding.start}`}>
            <button
              type="button"
              onClick={() => onShow(place)}
              aria-label={t('show', { kind, text: place.excerpt })}
            >
              <span className={styles.kind}>{kind}</span> <u>{place.excerpt}</u>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
