import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { Guard } from './guard.js';
import { type Place, placesIn, speaksAnonymously, writtenFields } from './places.js';
import { useGuardSettings } from './settings/use-guard-settings.js';

/** How long after the last key a text is looked at. */
const LOOK_AFTER_MILLISECONDS = 500;

/** After them the form holds another text than before. */
const CHANGES = ['input', 'reset'] as const;

const formAround = (frame: RefObject<HTMLElement | null>) => frame.current?.closest('form') ?? null;

/**
 * Looks at what is written in the form around, while it is written. The worker is started by the first key.
 *
 * @param frame an element inside the form
 * @param names the fields that are looked at
 * @returns `places` of the last look and whether the switch of the form was set to anonymous then, whether they are `bound`, `look` to look at once,
 *   `keysBefore` for what stood in the texts before anything was changed, and the guard itself, null where no worker can run
 */
export function useGuard(frame: RefObject<HTMLElement | null>, names: readonly string[]) {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [anonymous, setAnonymous] = useState(false);
  const [bound, setBound] = useState(false);
  const running = useRef<Guard | null>(null);
  const writerSettings = useGuardSettings();

  const guard = useCallback(() => {
    try {
      running.current ??= new Guard();
    } catch {
      return null; // the server looks at the text as well
    }
    return running.current;
  }, []);

  const look = useCallback(async () => {
    const form = formAround(frame);
    const fields = form ? writtenFields(form, names) : [];
    const texts = fields.map(({ value }) => value);
    const set = await writerSettings();
    setBound(set.bound);
    const findings = (await guard()?.look(texts, set.settings)) ?? [];
    const found = fields.flatMap((field, index) => placesIn(field, findings[index] ?? []));
    setPlaces(found);
    setAnonymous(form !== null && speaksAnonymously(form));
    return found;
  }, [frame, names, guard, writerSettings]);

  const keysBefore = useCallback(async () => {
    const form = formAround(frame);
    const texts = form ? writtenFields(form, names).map(({ defaultValue }) => defaultValue) : [];
    const findings = (await guard()?.look(texts, (await writerSettings()).settings)) ?? [];
    return new Set(findings.flat().map(({ key }) => key));
  }, [frame, names, guard, writerSettings]);

  useEffect(() => {
    const form = formAround(frame);
    let timer: ReturnType<typeof setTimeout>;
    const onInput = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), LOOK_AFTER_MILLISECONDS);
    };
    for (const kind of CHANGES) form?.addEventListener(kind, onInput);
    return () => {
      clearTimeout(timer);
      for (const kind of CHANGES) form?.removeEventListener(kind, onInput);
    };
  }, [frame, look]);

  useEffect(
    () => () => {
      running.current?.close();
      running.current = null;
    },
    [],
  );

  return { places, anonymous, bound, look, keysBefore, guard };
}
