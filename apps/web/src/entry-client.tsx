import type { NormalizedCacheObject } from '@apollo/client';
import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createBrowserClient, createMessages, localePrefix, type PageRuntime } from '@kundig/web-kit';
import { Providers } from './page/App.js';
import { loadPage } from './page/load-page.js';
import { messageLoaders } from './page/message-loaders.js';
import { Navigation } from './page/Navigation.js';

interface PageState {
  cache: NormalizedCacheObject;
  runtime: PageRuntime;
}

async function hydrate(): Promise<void> {
  const { cache, runtime } = JSON.parse(document.getElementById('state')!.textContent!) as PageState;
  const client = createBrowserClient(cache, runtime.formToken);
  const engine = await createMessages(runtime.locale, messageLoaders);
  const url = new URL(runtime.path, location.origin);
  const first = await loadPage({ client, engine, runtime, url, fresh: false }); // answered from the state
  await new Promise<void>((hydrated) => {
    hydrateRoot(
      document.getElementById('root')!,
      <BrowserRouter basename={localePrefix(runtime.locale) || '/'}>
        <Providers client={client} engine={engine}>
          <Navigation first={first} runtime={runtime} client={client} engine={engine} onHydrated={hydrated} />
        </Providers>
      </BrowserRouter>,
    );
  });
  document.documentElement.dataset.hydrated = '';
}

/** Fulfilled once React answers to what the reader does; the small script waits for it before it repeats a click. */
export const ready = hydrate();
