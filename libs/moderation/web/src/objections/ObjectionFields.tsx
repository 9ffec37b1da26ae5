import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Callout, SubmitButton, TextArea, useMessages } from '@kundig/web-kit';

const ObjectionFields_objection = graphql(`
  fragment ObjectionFields_objection on OwnObjection {
    reason
  }
`);

/** To what somebody objects, as the forms of this domain take it. */
export type ObjectionFieldsData = FragmentType<typeof ObjectionFields_objection>;

/** What the moderators said, and what the author says against it. */
export function ObjectionFields(props: { objection: ObjectionFieldsData }) {
  const t = useMessages('moderation');
  const { reason } = readFragment(ObjectionFields_objection, props.objection);
  return (
    <>
      <Callout tone="waiting">
        <p>
          <strong>{t('objection.reason')}</strong>
        </p>
        <p>{reason}</p>
      </Callout>
      <TextArea
        name="words"
        label={t('objection.words')}
        hint={t('objection.wordsHint')}
        rows={6}
        maxLength={2000}
      />
      <SubmitButton>{t('objection.send')}</SubmitButton>
    </>
  );
}
