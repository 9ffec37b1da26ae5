import { graphql } from '@kundig/api-contract';
import { ChoosePicture } from '@kundig/files/web';
import { OfferCard, OfferForm } from '@kundig/site/web';
import { Section, SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const OfferPageQuery = graphql(`
  query OfferPage {
    offerSettings {
      live
      picture
      ...OfferForm_offer
      preview {
        ...OfferCard_offer
      }
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(OfferPageQuery, {});
  return { title: messages('pages')('admin.offer'), noindex: true };
}

/** The offer of the home page, and how it looks there. */
export default function OfferPage() {
  const t = useMessages('pages');
  const { offerSettings: offer } = usePageQuery(OfferPageQuery, {});
  return (
    <AdminFrame title={t('admin.offer')}>
      <p>{t('admin.offerHint')}</p>
      <OfferForm
        key={offer?.picture}
        offer={offer}
        choosePicture={(current) => <ChoosePicture name="picture" current={current} purpose="site" />}
      />
      {offer && (
        <Section title={t(offer.live ? 'admin.offerLive' : 'admin.offerPreview')}>
          <OfferCard offer={offer.preview} />
        </Section>
      )}
    </AdminFrame>
  );
}
