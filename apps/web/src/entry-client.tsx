import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import {
  createBrowserClient,
  createMessages,
  localePrefix,
  PageAnswers,
  type PageAnswer,
  type PageRuntime,
} from '@kundig/web-kit';
import { Providers } from './page/App.js';
import { askCacheFirst } from './page/ask.js';
import { FrameQuery } from './page/frame-query.js';
import { loadPage } from './page/load-page.js';
import { messageLoaders } from './page/message-loaders.js';
import { Navigation } from './page/Navigation.js';
import { keepTypedTexts } from './page/typed-texts.js';

interface PageState {
  answers: PageAnswer[];
  runtime: PageRuntime;
}

async function hydrate(): Promise<void> {
  const { answers, runtime } = JSON.parse(document.getElementById('state')!.textContent!) as PageState;
  const client = createBrowserClient(runtime);
  const engine = await createMessages(runtime.locale, messageLoaders, runtime.site.address);
  const url = new URL(runtime.path, location.origin);
  const ask = askCacheFirst(client, new PageAnswers(answers));
  if (runtime.viewer === 'signed-in') await ask(FrameQuery, {});
  const first = await loadPage({ ask, engine, runtime, url }); // answered from the state
  const root = document.getElementById('root')!;
  const putTypedTextsBack = keepTypedTexts(root);
  await new Promise<void>((hydrated) => {
    hydrateRoot(
      root,
      <BrowserRouter basename={localePrefix(runtime.locale) || '/'}>
        <Providers client={client} engine={engine}>
          <Navigation first={first} runtime={runtime} client={client} engine={engine} onHydrated={hydrated} />
        </Providers>
      </BrowserRouter>,
    );
  });
  putTypedTextsBack();
  document.documentElement.dataset.hydrated = '';
}

/** Fulfilled once React answers to what the reader does; the small script waits for it before it repeats a click. */
export const ready = hydrate();
