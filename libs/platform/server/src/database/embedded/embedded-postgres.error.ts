import { OperatorProblem } from '../../errors/operator-problem.js';

/** The embedded database cannot do what was asked; the message is one sentence that tells the operator what to do. */
export class EmbeddedPostgresError extends OperatorProblem {
  override readonly name = 'EmbeddedPostgresError';
}
