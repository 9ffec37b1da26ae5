import { useMessages } from '../messages/use-messages.js';

/** A field that only programs see, and fill in. */
export function Trap() {
  const t = useMessages('kit');
  return (
    <div className="visually-hidden" aria-hidden="true">
      <input type="text" name="website" aria-label={t('form.trap')} tabIndex={-1} autoComplete="off" />
    </div>
  );
}
