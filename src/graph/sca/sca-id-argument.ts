import { Arg } from 'type-graphql';
import { UUID } from '../scalars/text.js';

/** The argument `scaId` of mutations whose answer is never stored: the client sends them again after an approval. */
export function ScaIdArgument() {
  return Arg('scaId', () => UUID, {
    nullable: true,
    description:
      'LinkCy up to 1.78 (its header Linkcy-SCA-Id): from the ScaPending that this mutation answered with ' +
      'before, once the user has approved: send the same input again with it. It can be used once. ScaRefused ' +
      'SCA_INTERACTION_NOT_COMPLETED: the user has not answered yet. LinkCy since 1.114 does not know it: each ' +
      'repetition asks the user again, so sign instead (`sca: {strategy: DATA_SIGNING}`).',
  });
}
