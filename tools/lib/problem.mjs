/** Something the operator can put right. Its message is one sentence that says what is wrong and what to do. */
export class Problem extends Error {}

/** Errors of the product that already carry such a sentence; they come out of bundles and are known by name only. */
const SPEAKING_ERRORS = new Set([
  'EmbeddedPostgresError',
  'ConfigurationRefused',
  'ForeignKeys',
  'RolesMissing',
  'WrongSchemaVersion',
]);

const speaksForItself = (error) =>
  error instanceof Problem ||
  SPEAKING_ERRORS.has(error?.name) ||
  SPEAKING_ERRORS.has(error?.constructor?.name);

/** The sentence for an operating-system error that may strike anywhere. */
function sentenceFor(error) {
  if (error?.code === 'ENOSPC') return 'The disk is full: make room, then try again.';
  return undefined;
}

/**
 * Runs a launcher's work. A problem ends it with its sentence and exit code 1; anything else is a defect and shows its stack.
 * @param {() => Promise<unknown>} work
 */
export async function launch(work) {
  try {
    await work();
  } catch (error) {
    console.error(
      `\n${speaksForItself(error) ? error.message : (sentenceFor(error) ?? error?.stack ?? error)}`,
    );
    process.exit(1);
  }
}
