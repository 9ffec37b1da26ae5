import { useCallback, useRef } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { graphql, type LeakGuardSettingsQuery as Answer } from '@kundig/api-contract';
import type { GuardSettings, LeakKind } from '@kundig/leak-guard/rules';
import { KIND_WORDS } from '../kind-words.js';
import { ruleKind } from './kinds.js';

const LeakGuardSettingsQuery = graphql(`
  query LeakGuardSettings {
    leakGuardSettings {
      kinds
      customerPatterns
      contractPatterns
      ticketPatterns
      hotlines
      domains
    }
    ownTraces {
      names
      mailDomains
      organisations
      bound
    }
  }
`);

/** What the guard looks for, and whether whoever writes has to let go of it. */
export interface WriterSettings {
  readonly settings: GuardSettings;
  readonly bound: boolean;
}

/** Where the operator's settings do not come, every rule looks; the server looks with them in any case. */
const PLAIN: WriterSettings = {
  settings: {
    author: { names: [], mailDomains: [], organisations: [] },
    operator: { patterns: [], hotlines: [], domains: [] },
    off: [],
  },
  bound: false,
};

function settingsOf({ leakGuardSettings: set, ownTraces: { bound, ...author } }: Answer): WriterSettings {
  const looked = new Set(set.kinds.map(ruleKind));
  const described = (kind: LeakKind, patterns: readonly string[]) =>
    patterns.map((pattern) => ({ kind, pattern }));
  const settings: GuardSettings = {
    author,
    operator: {
      patterns: [
        ...described('customer-number', set.customerPatterns),
        ...described('contract-number', set.contractPatterns),
        ...described('ticket-number', set.ticketPatterns),
      ],
      hotlines: set.hotlines,
      domains: set.domains,
    },
    off: (Object.keys(KIND_WORDS) as LeakKind[]).filter((kind) => !looked.has(kind)),
  };
  return { settings, bound };
}

/**
 * What the operator has set of the guard and what the author's own account says of them, fetched when it is first needed:
 * pages bring nothing along for it, and no cache keeps it. It lives as long as the form.
 * @returns a function whose identity stays; its answers are the same while the form is there
 */
export function useGuardSettings(): () => Promise<WriterSettings> {
  const client = useApolloClient();
  const kept = useRef<Promise<WriterSettings> | null>(null);
  return useCallback(() => {
    kept.current ??= client.query({ query: LeakGuardSettingsQuery, fetchPolicy: 'no-cache' }).then(
      ({ data }) => (data ? settingsOf(data) : PLAIN),
      () => PLAIN,
    );
    return kept.current;
  }, [client]);
}
