import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { consumerWrites } from '../../linkcy/endpoints/consumer-writes.js';
import { given } from '../../linkcy/json/json-body.js';
import { idArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import { LinkcyMutation, type MutationRequest } from '../sca/linkcy-mutation.js';
import { ConsumerPayload } from '../sca/payload.type.js';
import { CreateConsumerInput, UpdateConsumerInput } from './consumer.input.js';
import { Consumer } from './consumer.type.js';
import { UpdateConsumerContactInput } from './contact.input.js';

@Resolver(() => ConsumerPayload)
export class ConsumerMutations {
  @LinkcyMutation(() => ConsumerPayload, {
    does:
      "Creates a consumer: with a partner's token, or without any token and with `partnerName`; then only the " +
      "payload's `id` and `uuid` can be read. LinkCy's answer has the id only. Then: `requestPasswordSecret`, " +
      '`changePassword`, `login`, `startKyc`, `sendEmailVerification`.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/consumer',
    input: () => CreateConsumerInput,
    inputDescription: 'Who the consumer is.',
  })
  createConsumer(input: CreateConsumerInput): MutationRequest {
    // All fields but this one have LinkCy's names.
    const consumer = { ...input, idempotencyKey: undefined };
    return { write: consumerWrites.create(consumer), payload: { type: 'Consumer', id: 'created' } };
  }

  @LinkcyMutation(() => ConsumerPayload, {
    does: 'Changes what is known about a consumer; this is also how new terms are accepted (`lastTermsAccepted`).',
    approval: true,
    page: 'https://docs.linkcy.io/api_reference/sandbox/consumer/updateconsumercontact',
    input: () => UpdateConsumerInput,
    inputDescription: 'Which consumer, and what changes.',
  })
  updateConsumer(input: UpdateConsumerInput): MutationRequest {
    const uuid = idArgument('Consumer', input.id, 'id');
    // All other fields have LinkCy's names.
    const { idempotencyKey: _key, id: _id, financialInformation: financialInformationRequestDto, ...declared } = input;
    const change = { ...declared, financialInformationRequestDto };
    return {
      write: consumerWrites.update(uuid, change),
      payload: { type: 'Consumer', id: uuid },
      effect: { kind: 'fields', object: 'Consumer', id: uuid, asked: given(change) },
      inputPaths: { consumerId: ['id'], financialInformationRequestDto: ['financialInformation'] },
    };
  }

  @LinkcyMutation(() => ConsumerPayload, {
    does:
      'Changes how to reach a consumer. A new phone has to be verified again (`sendPhoneVerification`, then ' +
      '`verifyPhone`), a new e-mail address too (`sendEmailVerification`).',
    approval: true,
    page: 'https://docs.linkcy.io/api_reference/sandbox/consumer/updateconsumercontact',
    input: () => UpdateConsumerContactInput,
    inputDescription: 'Which consumer, and what changes.',
  })
  updateConsumerContact(input: UpdateConsumerContactInput): MutationRequest {
    const uuid = idArgument('Consumer', input.id, 'id');
    const { address, emailAddress, phone } = input;
    return {
      write: consumerWrites.updateContact(uuid, { address, emailAddress, phone }),
      payload: { type: 'Consumer', id: uuid },
      effect: {
        kind: 'fields',
        object: 'Consumer',
        id: uuid,
        asked: given({ address: given(address), emailAddress, phone }),
      },
      inputPaths: { consumerId: ['id'] },
    };
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Consumer, {
    nullable: true,
    description: writtenDescription('The consumer, fetched after the change. Needs a token.'),
  })
  async consumer(@Root() { uuid }: ConsumerPayload, @Ctx() context: Context): Promise<Consumer> {
    return loadWritten((loaders) => loaders.consumer, uuid, context);
  }
}
