import { useState } from 'react';
import { graphql } from '@kundig/api-contract';
import { RevealedPerson, RevealItem } from '@kundig/moderation/web';
import { useMarkDeskRead } from '@kundig/notifications/web';
import {
  Callout,
  LinkButton,
  SignInNeeded,
  useMessages,
  usePageQuery,
  usePageRuntime,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { FreshFactor } from '../own/FreshFactor.js';
import { DoneNotice } from '../DoneNotice.js';
import { DeskFrame } from './DeskFrame.js';
import { DeskList } from './DeskList.js';

const RevealsPageQuery = graphql(`
  query RevealsPage {
    reveals {
      id
      ...RevealItem_request
    }
    secondFactor {
      on
      fresh
    }
  }
`);

const PATH = '/desk/reveals';

/** Words of the answers to the forms here. */
const DONE = {
  approved: 'desk.revealApproved',
  refused: 'desk.revealRefused',
} as const;

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(RevealsPageQuery, {});
  return { title: messages('pages')('desk.reveals'), noindex: true, secret: true };
}

/** Requests to learn who stands behind a persona: custodians decide about them, and look once. */
export default function RevealsPage({ url }: PageProps) {
  const t = useMessages('pages');
  useMarkDeskRead('REVEAL');
  const { reveals, secondFactor } = usePageQuery(RevealsPageQuery, {});
  const { person: handedOver } = usePageRuntime();
  const [person, setPerson] = useState(handedOver);
  const proven = secondFactor?.on === true && secondFactor.fresh;
  return (
    <DeskFrame title={t('desk.reveals')}>
      <DoneNotice url={url} texts={DONE} />
      {person !== undefined && <RevealedPerson person={person} />}
      <p>{t('desk.revealsWhy')}</p>
      {secondFactor?.on !== true && (
        <Callout tone="waiting">
          <p>{t('desk.revealsNeedFactor')}</p>
          <LinkButton to="/settings/account/second-factor">{t('desk.setUpFactor')}</LinkButton>
        </Callout>
      )}
      <FreshFactor factor={secondFactor} here={PATH}>
        {null}
      </FreshFactor>
      <DeskList items={reveals} none={'desk.noReveals'}>
        {(request) => <RevealItem key={request.id} request={request} proven={proven} onShown={setPerson} />}
      </DeskList>
    </DeskFrame>
  );
}
