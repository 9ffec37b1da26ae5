import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import styles from './OutboxList.module.css';

const SeenLetter_letter = graphql(`
  fragment SeenLetter_letter on SeenLetter {
    subject
    text
  }
`);

/** A mail as its reader gets it, in plain text. */
export function SeenLetter(props: { letter: FragmentType<typeof SeenLetter_letter> }) {
  const { subject, text } = readFragment(SeenLetter_letter, props.letter);
  return (
    <>
      <h4 className={styles.subject}>{subject}</h4>
      <pre className={styles.text}>{text}</pre>
    </>
  );
}
