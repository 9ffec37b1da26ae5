import { useRef, useState, useSyncExternalStore } from 'react';
import { Button, formStyles, useMessages, type PersonalLink } from '@kundig/web-kit';
import styles from './LinksToPassOn.module.css';

const purposes = { invitation: 'invite.linksOnce', firstPassword: 'outbox.firstPassword' } as const;

const never = () => () => undefined;

interface LinksToPassOnProps {
  links: readonly PersonalLink[];
  /** What they open. */
  purpose: keyof typeof purposes;
}

/** Links that were just made for one person each, to be passed on by hand. No later page shows them. */
export function LinksToPassOn({ links, purpose }: LinksToPassOnProps) {
  const t = useMessages('administration');
  return (
    <section className={styles.links} aria-label={t('invite.links')}>
      <p>{t(purposes[purpose])}</p>
      <ul>
        {links.map((link) => (
          <LinkToCopy key={link.url} {...link} />
        ))}
      </ul>
    </section>
  );
}

function LinkToCopy({ mail, url }: PersonalLink) {
  const t = useMessages('administration');
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  // Browsers let pages write to the clipboard over encrypted connections alone; without scripts there is the field.
  const mayCopy = useSyncExternalStore(
    never,
    () => 'clipboard' in navigator,
    () => false,
  );
  const copy = () => {
    field.current?.select();
    void navigator.clipboard.writeText(url).then(() => setCopied(true));
  };
  return (
    <li>
      <label>
        {mail}
        <input
          ref={field}
          className={formStyles.control}
          readOnly
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      {mayCopy && (
        <Button look="outline" onClick={copy} aria-label={t('invite.copyFor', { mail })}>
          {t('invite.copy')}
        </Button>
      )}
      <span role="status">{copied && t('invite.copied')}</span>
    </li>
  );
}
