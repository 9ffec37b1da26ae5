import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { TimeText, useMessages } from '@kundig/web-kit';
import { groundKeys, stateKeys } from './reveal-words.js';
import styles from './reveals.module.css';

const RevealFacts_request = graphql(`
  fragment RevealFacts_request on RevealRequest {
    ground
    explanation
    state
    requestedAt
    decidedAt
    decisionReason
    viewableUntil
    viewedAt
    toldAt
    requester {
      name
    }
    decider {
      name
    }
  }
`);

/** Who asked why, and what became of it so far. */
export function RevealFacts(props: { request: FragmentType<typeof RevealFacts_request> }) {
  const t = useMessages('moderation');
  const request = readFragment(RevealFacts_request, props.request);
  const { decidedAt, decider, decisionReason, viewableUntil, viewedAt, toldAt } = request;
  return (
    <>
      <p className={styles.text}>
        <strong>{t(groundKeys[request.ground])}</strong>
        {`\n${request.explanation}`}
      </p>
      <dl className={styles.steps}>
        <div>
          <dt>{t('reveal.state')}</dt>
          <dd>
            <strong>{t(stateKeys[request.state])}</strong>
          </dd>
        </div>
        <div>
          <dt>{t('reveal.asked')}</dt>
          <dd>
            <TimeText at={request.requestedAt} absolute /> · {request.requester.name}
          </dd>
        </div>
        {decidedAt && (
          <div>
            <dt>{t('reveal.decided')}</dt>
            <dd>
              <TimeText at={decidedAt} absolute /> · {decider?.name}
              {decisionReason && ` · ${decisionReason}`}
            </dd>
          </div>
        )}
        {viewableUntil && (
          <div>
            <dt>{t('reveal.until')}</dt>
            <dd>
              <TimeText at={viewableUntil} absolute />
            </dd>
          </div>
        )}
        {viewedAt && (
          <div>
            <dt>{t('reveal.viewed')}</dt>
            <dd>
              <TimeText at={viewedAt} absolute />
            </dd>
          </div>
        )}
        {toldAt && (
          <div>
            <dt>{t('reveal.told')}</dt>
            <dd>
              <TimeText at={toldAt} absolute />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
