import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Card } from '../cards/card.type.js';
import type { Context } from '../context.js';
import { isSimulatedKyc, sandboxWrites } from '../../linkcy/endpoints/sandbox.js';
import { idArgument } from '../node/global-id.js';
import { forgetLoaded, loadWritten, writtenDescription } from '../node/load-written.js';
import { describeMutation } from '../problems/codes/describe-mutation.js';
import { validateInput } from '../problems/validate-input.js';
import { UUID } from '../scalars/text.js';
import { mutationResult } from '../sca/mutation-result.js';
import type { MutationOutcome, SecretOutcome } from '../sca/approvals.js';
import { BeneficiaryPayload, LedgerPayload } from '../sca/payload.type.js';
import {
  CreditLedgerInput,
  SetBeneficiaryStatusInput,
  SimulateCardPaymentInput,
  SimulateKycInput,
} from './sandbox.input.js';

@ObjectType({ description: 'The identification has ended as it was wanted.' })
export class SimulateKycPayload {
  @Field(() => UUID, { description: 'For `kycApplication(id)`.' })
  readonly kycApplicationId: string;

  constructor(kycApplicationId: string) {
    this.kycApplicationId = kycApplicationId;
  }
}

@ObjectType({ description: 'The shop has asked. Whether the payment was approved, the transactions of the card say.' })
export class SimulateCardPaymentPayload {
  constructor(readonly cardId: string) {}
}

const SimulateKycResult = mutationResult('SimulateKycResult', () => SimulateKycPayload);
const CreditLedgerResult = mutationResult('CreditLedgerResult', () => LedgerPayload);
const SimulateCardPaymentResult = mutationResult('SimulateCardPaymentResult', () => SimulateCardPaymentPayload);
const SetBeneficiaryStatusResult = mutationResult('SetBeneficiaryStatusResult', () => BeneficiaryPayload);

/** What only LinkCy's sandbox has. With any other LinkCy, the schema does not have these fields. For partners only. */
@Resolver()
export class SandboxMutations {
  @Mutation(() => SimulateKycResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'simulateKyc',
      does: 'Sandbox only, for partners: an identification with the given result.',
    }),
  })
  async simulateKyc(
    @Arg('input', () => SimulateKycInput, { description: 'Whose, and how it ends.' }) input: SimulateKycInput,
    @Ctx() { secrets, loaders }: Context,
  ): Promise<SecretOutcome<SimulateKycPayload>> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const { consumerId, status, ...found } = input;
    const result = await secrets.perform({
      write: sandboxWrites.simulateKyc({
        ...found,
        kycStatus: status,
        consumerId: idArgument('Consumer', consumerId, 'consumerId'),
      }),
      payload: (body) => (isSimulatedKyc(body) ? new SimulateKycPayload(body.kycApplicationId) : undefined),
      inputPaths: { kycStatus: ['status'] },
    });
    forgetLoaded(loaders);
    return result;
  }

  @Mutation(() => CreditLedgerResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'creditLedger',
      does: 'Sandbox only, for partners: play money for a ledger.',
    }),
  })
  async creditLedger(
    @Arg('input', () => CreditLedgerInput, { description: 'Which ledger, and how much.' }) input: CreditLedgerInput,
    @Ctx() { sca }: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const uuid = idArgument('Ledger', input.ledgerId, 'ledgerId');
    return sca.perform({
      mutation: 'creditLedger',
      input,
      write: sandboxWrites.creditLedger(uuid, input.amount),
      payload: { type: 'Ledger', id: uuid },
    });
  }

  @Mutation(() => SimulateCardPaymentResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'simulateCardPayment',
      does: 'Sandbox only, for partners: a payment with a card. InvalidInput CARD_NOT_FOUND for an unknown one.',
    }),
  })
  async simulateCardPayment(
    @Arg('input', () => SimulateCardPaymentInput, { description: 'Which card, how much, and where.' })
    input: SimulateCardPaymentInput,
    @Ctx() { secrets }: Context,
  ): Promise<SecretOutcome<SimulateCardPaymentPayload>> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const cardId = idArgument('Card', input.cardId, 'cardId');
    return secrets.perform({
      write: sandboxWrites.simulateCardPayment({ ...input, cardId }),
      payload: () => new SimulateCardPaymentPayload(cardId),
    });
  }

  @Mutation(() => SetBeneficiaryStatusResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'setBeneficiaryStatus',
      does: 'Sandbox only, for partners: makes a beneficiary VALID, as compliance would.',
    }),
  })
  async setBeneficiaryStatus(
    @Arg('input', () => SetBeneficiaryStatusInput, { description: 'Which beneficiary.' })
    input: SetBeneficiaryStatusInput,
    @Ctx() { sca }: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const uuid = idArgument('Beneficiary', input.id, 'id');
    return sca.perform({
      mutation: 'setBeneficiaryStatus',
      input,
      write: sandboxWrites.validateBeneficiary(uuid),
      payload: { type: 'Beneficiary', id: uuid },
      inputPaths: { beneficiaryId: ['id'] },
    });
  }

  @Query(() => String, {
    nullable: true,
    description:
      'Sandbox only: the last 4 digits of a physical card, which activateCard needs and which otherwise stand on the card.',
  })
  cardTruncatedPan(
    @Arg('cardId', () => ID, { description: 'The opaque id, or the bare UUID.' }) cardId: string,
    @Ctx() { linkcy }: Context,
  ): Promise<string> {
    return linkcy.sandbox.truncatedPan(idArgument('Card', cardId, 'cardId'));
  }
}

@Resolver(() => SimulateCardPaymentPayload)
export class SimulateCardPaymentPayloadResolver {
  @Directive('@semanticNonNull')
  @FieldResolver(() => Card, {
    nullable: true,
    description: writtenDescription('The card, fetched after the payment.'),
  })
  async card(@Root() { cardId }: SimulateCardPaymentPayload, @Ctx() context: Context): Promise<Card> {
    return new Card(await loadWritten((loaders) => loaders.card, cardId, context));
  }
}
