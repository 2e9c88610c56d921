import { Arg } from 'type-graphql';
import { UUID } from '../scalars/text.js';

/** The argument `scaId` of the mutations whose answer is never stored, so that they are sent again after an approval. */
export function ScaIdArgument() {
  return Arg('scaId', () => UUID, {
    nullable: true,
    description:
      'From the ScaPending that this mutation answered with before, once the user has approved: send the same input again with it. Good once. ScaRefused SCA_INTERACTION_NOT_COMPLETED: the user has not answered yet.',
  });
}
