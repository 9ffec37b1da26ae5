import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import {
  MessagesProvider,
  PageAnswersContext,
  PageRuntimeProvider,
  PreparedAnswersContext,
  type PageAnswers,
  type PageRuntime,
} from '@kundig/web-kit';
import type { LoadedPage } from './load-page.js';
import { SiteFrame } from './SiteFrame.js';

/** What surrounds every page on both sides: data, texts and the runtime. */
export function Providers(props: {
  client: ApolloClient;
  engine: i18n;
  /** On the server, what the page was answered. */
  answers?: PageAnswers;
  children: ReactNode;
}) {
  return (
    <ApolloProvider client={props.client}>
      <PageAnswersContext value={props.answers ?? null}>
        <MessagesProvider engine={props.engine}>{props.children}</MessagesProvider>
      </PageAnswersContext>
    </ApolloProvider>
  );
}

/** One page in the frame of the site. */
export function PageView({ page, runtime }: { page: LoadedPage; runtime: PageRuntime }) {
  const Page = page.module.default;
  return (
    <PageRuntimeProvider runtime={runtime}>
      <PreparedAnswersContext value={page.answers}>
        <SiteFrame>
          <Page key={page.url.pathname} params={page.params} url={page.url} />
        </SiteFrame>
      </PreparedAnswersContext>
    </PageRuntimeProvider>
  );
}
