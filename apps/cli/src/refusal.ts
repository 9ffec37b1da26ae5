import { OperatorProblem } from '@kundig/platform/server';

/** A command cannot do what it was asked; the message is one sentence for the operator. */
export class Refusal extends OperatorProblem {
  override readonly name = 'Refusal';
}
