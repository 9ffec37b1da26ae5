import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render } from '@testing-library/react';
import { possibleTypes } from '@kundig/api-contract';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router';
import { createMessages, type MessageLoader } from '../messages/messages.js';
import { kitMessages } from '../messages/kit-messages.js';
import { MessagesProvider } from '../messages/use-messages.js';
import { PageNavigatorContext } from '../page/page-navigator.js';
import { PageRuntimeProvider, type PageRuntime } from '../page/page-runtime.js';

/** What the server would answer to an operation, by its name; a function gets the variables. */
export type Answers = Record<string, unknown>;

/** An operation that was sent. */
export interface Sent {
  name: string;
  variables: Record<string, unknown>;
}

function Navigator({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  return (
    <PageNavigatorContext value={(path) => void navigate(path)}>
      {children}
      <Address />
    </PageNavigatorContext>
  );
}

function Address() {
  const { pathname, search, hash } = useLocation();
  return <output data-testid="address">{pathname + search + hash}</output>;
}

/**
 * Renders a part with everything a page surrounds it with, against a server of canned answers.
 *
 * @returns what testing-library returns, and the operations sent so far
 */
export async function renderPart(
  part: ReactNode,
  options: {
    answers?: Answers;
    runtime?: Partial<PageRuntime>;
    messages?: Record<string, MessageLoader>;
  } = {},
) {
  const sent: Sent[] = [];
  const link = new ApolloLink(
    ({ operationName, variables }) =>
      new Observable((observer) => {
        sent.push({ name: operationName!, variables });
        const answer = options.answers?.[operationName!];
        const data = typeof answer === 'function' ? answer(variables) : answer;
        if (data instanceof Error) return observer.error(data);
        observer.next({ data });
        observer.complete();
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache({ possibleTypes }) });
  const engine = await createMessages('de', { kit: kitMessages, ...options.messages } as Parameters<
    typeof createMessages
  >[1]);
  const runtime: PageRuntime = {
    locale: 'de',
    viewer: 'signed-in',
    site: { name: 'Testgemeinde', baseUrl: 'https://forum.example', timeZone: 'Europe/Berlin' },
    formToken: 't0ken',
    path: '/here?page=2',
    renderKey: '11111111-2222-4333-8444-555555555555',
    ...options.runtime,
  };
  const view = render(
    <MemoryRouter initialEntries={[runtime.path]}>
      <ApolloProvider client={client}>
        <MessagesProvider engine={engine}>
          <PageRuntimeProvider runtime={runtime}>
            <Navigator>{part}</Navigator>
          </PageRuntimeProvider>
        </MessagesProvider>
      </ApolloProvider>
    </MemoryRouter>,
  );
  return { ...view, sent, client };
}
