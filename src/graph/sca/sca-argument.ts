import { Arg } from 'type-graphql';
import { ScaInput } from './sca.input.js';

/** The argument `sca` of mutations that may need an approval. */
export function ScaArgument() {
  return Arg('sca', () => ScaInput, {
    nullable: true,
    description:
      'How the user approves, if LinkCy asks for it; by a push notification when left out. With the strategy ' +
      'DATA_SIGNING and without a signature nothing is sent, and the answer is ScaSignatureRequired.',
  });
}
