import { Arg, Ctx, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { Cost } from '../field-cost.js';
import { UUID } from '../scalars/text.js';
import type { OperationView } from '../../sca/operation.js';
import { ScaOperation } from './sca-operation.type.js';

const scaIdDescription = 'From ScaPending or ScaSignatureRequired.';

@Resolver(() => ScaOperation)
export class ScaResolver {
  // LinkCy is asked whether the token is valid.
  @Cost({ calls: 1 })
  @Query(() => ScaOperation, {
    nullable: true,
    description:
      "The current state of one of the caller's operations, without asking LinkCy. Null unless it is the " +
      "caller's own.",
  })
  async scaOperation(
    @Arg('scaId', () => UUID, { description: scaIdDescription }) scaId: string,
    @Ctx() { sca }: Context,
  ): Promise<ScaOperation | null> {
    const operation = await sca.read(scaId);
    return operation === undefined ? null : new ScaOperation({ operation });
  }

  @Cost({ calls: 2 })
  @Mutation(() => ScaOperation, {
    nullable: true,
    description:
      'Asks LinkCy now instead of at the next poll, and finishes the operation if the user has approved. It also ' +
      'looks once more for one that ended UNKNOWN, or, on LinkCy since 1.114 and for 15 minutes, EXPIRED. Null ' +
      "unless it is the caller's own.",
  })
  async resumeSca(
    @Arg('scaId', () => UUID, { description: scaIdDescription }) scaId: string,
    @Ctx() { sca }: Context,
  ): Promise<ScaOperation | null> {
    const told = await sca.resume(scaId);
    return told === undefined ? null : new ScaOperation(told);
  }

  @Cost({ calls: 2, movesMoney: true })
  @Mutation(() => ScaOperation, {
    nullable: true,
    description:
      'Sends the content of ScaSignatureRequired, byte for byte, with the signature and your token: once, ' +
      'whatever happens. COMPLETED: carried out. PENDING with a ScaRefused as result: LinkCy did not take the ' +
      'signature, nothing was done, and another may be submitted; the third refusal ends it FAILED. PENDING with ' +
      'UpstreamUnavailable: it was not sent; submit again. PENDING without a result: LinkCy asks the user all ' +
      'the same; go on with scaCompleted. FAILED: LinkCy refused the operation itself. UNKNOWN: no usable answer ' +
      'came, and it is never sent again. A submission made while another is running waits for it, sends nothing ' +
      'and returns the state, as does one for an operation that needs no signature. BAD_USER_INPUT for text that ' +
      "cannot be a signature. Null unless it is the caller's own. The answer to revealCardPin, " +
      'createPanCredentials, registerScaDevice and activateScaDeviceFactor is in this answer alone.',
  })
  async submitScaSignature(
    @Arg('scaId', () => UUID, { description: 'From ScaSignatureRequired.' }) scaId: string,
    @Arg('signature', () => String, {
      description:
        "What the PowerAuth SDK made on the user's device of `method`, `path` and `body`, less than 30 seconds ago. At most 4,096 characters.",
    })
    signature: string,
    @Ctx() { sca }: Context,
  ): Promise<ScaOperation | null> {
    const told = await sca.submitSignature(scaId, signature);
    return told === undefined ? null : new ScaOperation(told);
  }

  @Cost({ calls: 1 })
  @Subscription(() => ScaOperation, {
    subscribe: ({ args, context }: { args: { scaId: string }; context: Context }) => context.sca.completion(args.scaId),
    description:
      "One event when the operation is final, with the mutation's own result in it, and then the stream ends; " +
      "immediately when it is final already. Error NOT_FOUND unless it is the caller's own.",
  })
  scaCompleted(
    @Root() told: OperationView,
    @Arg('scaId', () => UUID, { description: scaIdDescription }) _scaId: string,
  ): ScaOperation {
    return new ScaOperation(told);
  }
}
