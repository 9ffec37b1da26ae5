import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { useMessages } from '@kundig/web-kit';
import styles from './OfferCard.module.css';

const OfferCard_offer = graphql(`
  fragment OfferCard_offer on Offer {
    title
    text
    link
    picture {
      src
      srcset
      alt
      width
      height
    }
  }
`);

/** What the operator advertises: marked as such, a plain link that tells nobody who followed it. */
export function OfferCard(props: { offer: FragmentType<typeof OfferCard_offer> }) {
  const t = useMessages('site');
  const { title, text, link, picture } = readFragment(OfferCard_offer, props.offer);
  return (
    <article className={styles.offer}>
      {picture && (
        <img
          className={styles.picture}
          src={picture.src}
          srcSet={picture.srcset ?? undefined}
          sizes={picture.srcset ? '(min-width: 48rem) 17rem, 100vw' : undefined}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
          loading="lazy"
        />
      )}
      <div className={styles.words}>
        <p className={styles.mark}>{t('offer.mark')}</p>
        <h3>{title}</h3>
        <p className={styles.text}>{text}</p>
        <a href={link} rel="sponsored noopener noreferrer">
          {t('offer.more', { host: hostOf(link) })}
        </a>
      </div>
    </article>
  );
}

/** Where the link leads, as people write it. */
const hostOf = (link: string): string => link.replace(/^https:\/\/(?:www\.)?([^/?#:]+).*$/, '$1');
