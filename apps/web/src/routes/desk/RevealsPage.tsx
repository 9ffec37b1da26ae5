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
  query RevealsPage($after: ID) {
    reveals(first: 50, after: $after) {
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
const PAGE_SIZE = 50;
const LONGEST_CURSOR = 200;

const variablesOf = (url: URL) => ({ after: url.searchParams.get('after')?.slice(0, LONGEST_CURSOR) });

/** Words of the answers to the forms here. */
const DONE = {
  approved: 'desk.revealApproved',
  refused: 'desk.revealRefused',
} as const;

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(RevealsPageQuery, variablesOf(url));
  return { title: messages('pages')('desk.reveals'), noindex: true, secret: true };
}

/** Requests to learn who stands behind a persona: custodians decide about them, and look once. */
export default function RevealsPage({ url }: PageProps) {
  const t = useMessages('pages');
  useMarkDeskRead('REVEAL');
  const { reveals, secondFactor } = usePageQuery(RevealsPageQuery, variablesOf(url));
  const { person: handedOver } = usePageRuntime();
  const [person, setPerson] = useState(handedOver);
  const last = reveals.at(-1);
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
      {reveals.length === PAGE_SIZE && last && (
        <p>
          <LinkButton to={`${PATH}?after=${encodeURIComponent(last.id)}`}>{t('list.older')}</LinkButton>
        </p>
      )}
    </DeskFrame>
  );
}
