import { describe, expect, it } from '@jest/globals';
import {
  ApolloClient,
  ApolloLink,
  gql,
  InMemoryCache,
  Observable,
  type TypedDocumentNode,
} from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import { PageAnswers, PreparedAnswersContext } from '../data/page-answers.js';
import { usePageQuery } from './use-page-query.js';

interface Board {
  board: { __typename: 'Board'; id: string; name: string };
}
const query = Object.assign(
  gql`
    query Board($id: ID!) {
      board(id: $id) {
        id
        name
      }
    }
  `,
  { __meta__: { hash: 'board-query' } },
) as TypedDocumentNode<Board, { id: string }>;
const telephony: Board = { board: { __typename: 'Board', id: 'b1', name: 'Telefonie' } };

function Name() {
  return <p>{usePageQuery(query, { id: 'b1' }).board.name}</p>;
}

function renderName(answers: PageAnswers, client: ApolloClient) {
  render(
    <ApolloProvider client={client}>
      <PreparedAnswersContext value={answers}>
        <Name />
      </PreparedAnswersContext>
    </ApolloProvider>,
  );
}

const silentClient = () =>
  new ApolloClient({
    link: new ApolloLink(() => new Observable(() => undefined)),
    cache: new InMemoryCache(),
  });

const prepared = () => {
  const answers = new PageAnswers();
  answers.add(query, { id: 'b1' }, telephony);
  return answers;
};

describe('the query of a page', () => {
  it('shows what the page was loaded with where the cache has lost a part of it', () => {
    const client = silentClient();
    client.writeQuery({ query, variables: { id: 'b1' }, data: telephony });
    client.cache.evict({ id: 'Board:b1', fieldName: 'name' });
    renderName(prepared(), client);
    expect(screen.getByText('Telefonie')).toBeTruthy();
  });

  it('shows what the server says as soon as it has answered', async () => {
    let answer = (): void => undefined;
    const link = new ApolloLink(
      () =>
        new Observable((observer) => {
          answer = () => {
            observer.next({ data: { board: { ...telephony.board, name: 'Telefonie und Anlagen' } } });
            observer.complete();
          };
        }),
    );
    renderName(prepared(), new ApolloClient({ link, cache: new InMemoryCache() }));
    expect(screen.getByText('Telefonie')).toBeTruthy();
    answer();
    expect(await screen.findByText('Telefonie und Anlagen')).toBeTruthy();
  });

  it('is a defect where the page did not prepare it', () => {
    expect(() => renderName(new PageAnswers(), silentClient())).toThrow('without its data');
  });
});
