import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { consumerWrites } from '../../linkcy/endpoints/consumer-writes.js';
import { given } from '../../linkcy/json/json-body.js';
import { idArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import { describeMutation } from '../problems/codes/describe-mutation.js';
import { validateInput } from '../problems/validate-input.js';
import { mutationResult, signableResult } from '../sca/mutation-result.js';
import type { MutationOutcome } from '../sca/approvals.js';
import { ConsumerPayload } from '../sca/payload.type.js';
import { ScaArgument } from '../sca/sca-argument.js';
import type { ScaInput } from '../sca/sca.input.js';
import { CreateConsumerInput, UpdateConsumerInput } from './consumer.input.js';
import { Consumer } from './consumer.type.js';
import { UpdateConsumerContactInput } from './contact.input.js';

const CreateConsumerResult = mutationResult('CreateConsumerResult', () => ConsumerPayload);
const UpdateConsumerResult = signableResult('UpdateConsumerResult', () => ConsumerPayload);
const UpdateConsumerContactResult = signableResult('UpdateConsumerContactResult', () => ConsumerPayload);

@Resolver(() => ConsumerPayload)
export class ConsumerMutations {
  @Mutation(() => CreateConsumerResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'createConsumer',
      does:
        "Creates a consumer: with a partner's token, or without any token and with `partnerName`; then only the " +
        "payload's `id` and `uuid` can be read. LinkCy's answer has the id only. Then: `requestPasswordSecret`, " +
        '`changePassword`, `login`, `startKyc`, `sendEmailVerification`.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/consumer',
    }),
  })
  async createConsumer(
    @Arg('input', () => CreateConsumerInput, { description: 'Who the consumer is.' }) input: CreateConsumerInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    // All fields but this one have LinkCy's names.
    const consumer = { ...input, idempotencyKey: undefined };
    return context.sca.perform({
      mutation: 'createConsumer',
      input,
      write: consumerWrites.create(consumer),
      payload: { type: 'Consumer', id: 'created' },
    });
  }

  @Mutation(() => UpdateConsumerResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'updateConsumer',
      does: 'Changes what is known about a consumer; also how new terms are accepted (`lastTermsAccepted`).',
      approval: true,
      page: 'https://docs.linkcy.io/api_reference/sandbox/consumer/updateconsumercontact',
    }),
  })
  async updateConsumer(
    @Arg('input', () => UpdateConsumerInput, { description: 'Which consumer, and what changes.' })
    input: UpdateConsumerInput,
    @ScaArgument() sca: ScaInput | null | undefined,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const uuid = idArgument('Consumer', input.id, 'id');
    // All other fields have LinkCy's names.
    const { idempotencyKey: _key, id: _id, financialInformation: financialInformationRequestDto, ...declared } = input;
    const change = { ...declared, financialInformationRequestDto };
    return context.sca.perform({
      mutation: 'updateConsumer',
      input,
      sca,
      write: consumerWrites.update(uuid, change),
      payload: { type: 'Consumer', id: uuid },
      effect: { kind: 'fields', object: 'Consumer', id: uuid, asked: given(change) },
      inputPaths: { consumerId: ['id'], financialInformationRequestDto: ['financialInformation'] },
    });
  }

  @Mutation(() => UpdateConsumerContactResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'updateConsumerContact',
      does:
        'Changes how to reach a consumer. A new phone has to be verified again (`sendPhoneVerification`, then ' +
        '`verifyPhone`), a new e-mail address too (`sendEmailVerification`).',
      approval: true,
      page: 'https://docs.linkcy.io/api_reference/sandbox/consumer/updateconsumercontact',
    }),
  })
  async updateConsumerContact(
    @Arg('input', () => UpdateConsumerContactInput, { description: 'Which consumer, and what changes.' })
    input: UpdateConsumerContactInput,
    @ScaArgument() sca: ScaInput | null | undefined,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const uuid = idArgument('Consumer', input.id, 'id');
    const { address, emailAddress, phone } = input;
    return context.sca.perform({
      mutation: 'updateConsumerContact',
      input,
      sca,
      write: consumerWrites.updateContact(uuid, { address, emailAddress, phone }),
      payload: { type: 'Consumer', id: uuid },
      effect: {
        kind: 'fields',
        object: 'Consumer',
        id: uuid,
        asked: given({ address: given(address), emailAddress, phone }),
      },
      inputPaths: { consumerId: ['id'] },
    });
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Consumer, {
    nullable: true,
    description: writtenDescription('The consumer, fetched after the change. Needs a token.'),
  })
  async consumer(@Root() { uuid }: ConsumerPayload, @Ctx() context: Context): Promise<Consumer> {
    return new Consumer(await loadWritten((loaders) => loaders.consumer, uuid, context));
  }
}
