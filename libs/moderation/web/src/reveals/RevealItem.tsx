import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { formStyles, Link, MutationForm, Prose, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import { DeskItem } from '../DeskItem.js';
import { RevealFacts } from './RevealFacts.js';
import type { RevealedPersonView } from './RevealedPerson.js';
import styles from './reveals.module.css';

const RevealItem_request = graphql(`
  fragment RevealItem_request on RevealRequest {
    id
    caseNumber
    viewerMayDecide
    viewerMayLook
    ...RevealFacts_request
    post {
      id
      path
      html
      lang
      author {
        name
      }
      thread {
        id
        title
        lang
      }
    }
  }
`);

const DecideRevealMutation = graphql(`
  mutation DecideReveal($input: DecideRevealInput!) {
    decideReveal(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const ViewRevealMutation = graphql(`
  mutation ViewReveal($input: ViewRevealInput!) {
    viewReveal(input: $input) {
      ... on ViewRevealSuccess {
        path
        person {
          nickname
          mail
        }
      }
      ...Refusal_error
    }
  }
`);

interface RevealItemProps {
  request: FragmentType<typeof RevealItem_request>;
  /** Whether the viewer has just given a code: without one nothing is offered. */
  proven: boolean;
  /** Called with whom the server shows; null where the account is gone. */
  onShown(person: RevealedPersonView | null): void;
}

/** A request to learn who stands behind a persona, with what the viewer may do about it. */
export function RevealItem({ proven, onShown, ...props }: RevealItemProps) {
  const t = useMessages('moderation');
  const request = readFragment(RevealItem_request, props.request);
  const { id, caseNumber, post, viewerMayDecide, viewerMayLook } = request;
  return (
    <DeskItem
      anchor={`reveal-${id}`}
      titleId={`about-${id}`}
      title={t('reveal.case', { number: caseNumber })}
      facts={
        <p className={styles.facts}>
          {post ? (
            <>
              {post.author.name} ·{' '}
              <Link to={post.path} lang={post.thread.lang}>
                {post.thread.title}
              </Link>
            </>
          ) : (
            t('reveal.postClosed')
          )}
        </p>
      }
      decision={
        <>
          <RevealFacts request={request} />
          {proven && viewerMayDecide && <DecideForm requestId={id} />}
          {proven && viewerMayLook && <ViewForm requestId={id} onShown={onShown} />}
        </>
      }
    >
      {post?.html && <Prose html={post.html} lang={post.lang} className={styles.subject} />}
    </DeskItem>
  );
}

function DecideForm({ requestId }: { requestId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="decideReveal"
      document={DecideRevealMutation}
      hidden={{ requestId }}
      toInput={(fields) => ({
        requestId,
        approve: fields.text('approve') === 'true',
        reason: fields.text('reason'),
      })}
      then="reload"
      className={formStyles.form}
      label={t('reveal.decide')}
    >
      <TextField
        name="reason"
        label={t('reveal.reason')}
        hint={t('reveal.reasonHint')}
        minLength={3}
        maxLength={500}
        autoComplete="off"
      />
      <div className={formStyles.buttons}>
        <SubmitButton name="approve" value="true" look="danger">
          {t('reveal.approve')}
        </SubmitButton>
        <SubmitButton name="approve" value="false" look="outline">
          {t('reveal.refuse')}
        </SubmitButton>
      </div>
    </MutationForm>
  );
}

function ViewForm({ requestId, onShown }: { requestId: string; onShown: RevealItemProps['onShown'] }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="viewReveal"
      document={ViewRevealMutation}
      hidden={{ requestId }}
      toInput={() => ({ requestId })}
      onDone={({ viewReveal }) => 'person' in viewReveal && onShown(viewReveal.person ?? null)}
      then="go"
      className={formStyles.form}
      label={t('reveal.look')}
    >
      <p>{t('reveal.lookHint')}</p>
      <SubmitButton look="danger">{t('reveal.look')}</SubmitButton>
    </MutationForm>
  );
}
