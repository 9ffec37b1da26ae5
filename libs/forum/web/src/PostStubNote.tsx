import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { TimeText, useMessages } from '@kundig/web-kit';
import styles from './notes.module.css';

const PostStubNote_stub = graphql(`
  fragment PostStubNote_stub on PostStub {
    reason
    note
    at
  }
`);

/** Stands where a post was: what became of it, when and why. */
export function PostStubNote(props: { stub: FragmentType<typeof PostStubNote_stub> }) {
  const t = useMessages('forum');
  const stub = readFragment(PostStubNote_stub, props.stub);
  return (
    <p className={styles.stub}>
      {stub.reason} (<TimeText at={stub.at} dateOnly />)
      {stub.note && `. ${t('stub.note', { note: stub.note })}`}
    </p>
  );
}
