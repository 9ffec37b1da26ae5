import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { MessagesProvider, PageRuntimeProvider, type PageRuntime } from '@kundig/web-kit';
import type { LoadedPage } from './load-page.js';
import { SiteFrame } from './SiteFrame.js';

/** What surrounds every page on both sides: data, texts and the runtime. */
export function Providers(props: { client: ApolloClient; engine: i18n; children: ReactNode }) {
  return (
    <ApolloProvider client={props.client}>
      <MessagesProvider engine={props.engine}>{props.children}</MessagesProvider>
    </ApolloProvider>
  );
}

/** One page in the frame of the site. */
export function PageView({ page, runtime }: { page: LoadedPage; runtime: PageRuntime }) {
  const Page = page.module.default;
  return (
    <PageRuntimeProvider runtime={runtime}>
      <SiteFrame>
        <Page key={page.url.pathname} params={page.params} url={page.url} />
      </SiteFrame>
    </PageRuntimeProvider>
  );
}
