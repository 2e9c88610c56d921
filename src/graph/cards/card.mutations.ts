import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { cardWrites } from '../../linkcy/endpoints/cards.js';
import { idArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import { describeMutation } from '../problems/codes/describe-mutation.js';
import { validateInput } from '../problems/validate-input.js';
import { mutationResult, signableResult } from '../sca/mutation-result.js';
import type { MutationOutcome } from '../sca/approvals.js';
import { CardPayload } from '../sca/payload.type.js';
import { ScaArgument } from '../sca/sca-argument.js';
import type { ScaInput } from '../sca/sca.input.js';
import {
  ActivateCardInput,
  CloseCardInput,
  CreateCardInput,
  ResetCardPinAttemptsInput,
  SuspendCardInput,
} from './card.input.js';
import { Card } from './card.type.js';

const CreateCardResult = signableResult('CreateCardResult', () => CardPayload);
const ActivateCardResult = mutationResult('ActivateCardResult', () => CardPayload);
const SuspendCardResult = mutationResult('SuspendCardResult', () => CardPayload);
const CloseCardResult = mutationResult('CloseCardResult', () => CardPayload);
const ResetCardPinAttemptsResult = signableResult('ResetCardPinAttemptsResult', () => CardPayload);

/** LinkCy calls the path's parameter `cardId`; it is `id` in our inputs. */
const inputPaths = { cardId: ['id'] };

@Resolver(() => CardPayload)
export class CardMutations {
  @Mutation(() => CreateCardResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'createCard',
      does:
        'Orders a card; it begins as CREATING. For the first card of a ledger with money on it, the money leaves the ' +
        'ledger for some seconds: a balance shown meanwhile is 0.',
      approval: true,
      page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    }),
  })
  async createCard(
    @Arg('input', () => CreateCardInput, { description: 'The card to make.' }) input: CreateCardInput,
    @ScaArgument() sca: ScaInput | null | undefined,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const { nameOnCard, friendlyName, rules, deliveryMethod } = input;
    const ledgerId = idArgument('Ledger', input.ledgerId, 'ledgerId');
    const card = { ledgerId, profileId: input.profileId.toLowerCase(), nameOnCard, friendlyName };
    return context.sca.perform({
      mutation: 'createCard',
      input,
      sca,
      write: cardWrites.create({ ...card, rules, deliveryMethod }),
      payload: { type: 'Card', id: 'created' },
      effect: { kind: 'card', ...card },
    });
  }

  @Mutation(() => ActivateCardResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'activateCard',
      does:
        'Puts a card into use, for the first time or after a suspension; it then shows ACTIVATING until LinkCy is done. ' +
        "It also turns the holder's address from VALID to VERIFIED: the card has arrived there.",
      page: 'https://docs.linkcy.io/api_reference/sandbox/card/close_2',
    }),
  })
  async activateCard(
    @Arg('input', () => ActivateCardInput, { description: 'Which card, and the proof of having it.' })
    input: ActivateCardInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const uuid = idArgument('Card', input.id, 'id');
    return context.sca.perform({
      mutation: 'activateCard',
      input,
      write: cardWrites.activate(uuid, { truncatedPan: input.truncatedPan }),
      payload: { type: 'Card', id: uuid },
      inputPaths,
    });
  }

  @Mutation(() => SuspendCardResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'suspendCard',
      does: 'Blocks a card for the time being; `activateCard` takes it back. It then shows SUSPENDING until LinkCy is done.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    }),
  })
  async suspendCard(
    @Arg('input', () => SuspendCardInput, { description: 'Which card, and why.' }) input: SuspendCardInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const uuid = idArgument('Card', input.id, 'id');
    const { operator, reason, otherReason } = input;
    return context.sca.perform({
      mutation: 'suspendCard',
      input,
      write: cardWrites.suspend(uuid, { operator, reason, otherReason }),
      payload: { type: 'Card', id: uuid },
      inputPaths,
    });
  }

  @Mutation(() => CloseCardResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'closeCard',
      does: 'Closes a card for good; it then shows CLOSING until LinkCy is done.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/card/close_2',
    }),
  })
  async closeCard(
    @Arg('input', () => CloseCardInput, { description: 'Which card, and why.' }) input: CloseCardInput,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const uuid = idArgument('Card', input.id, 'id');
    const { operator, reason, otherReason } = input;
    return context.sca.perform({
      mutation: 'closeCard',
      input,
      write: cardWrites.close(uuid, { operator, reason, otherReason }),
      payload: { type: 'Card', id: uuid },
      inputPaths,
    });
  }

  @Mutation(() => ResetCardPinAttemptsResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'resetCardPinAttempts',
      does: 'Gives the holder of a physical card new tries for the PIN, from the next payment on in which the chip talks to the bank.',
      approval: true,
      page: 'https://docs.linkcy.io/api_reference/sandbox/card/close_2',
    }),
  })
  async resetCardPinAttempts(
    @Arg('input', () => ResetCardPinAttemptsInput, { description: 'Which card.' }) input: ResetCardPinAttemptsInput,
    @ScaArgument() sca: ScaInput | null | undefined,
    @Ctx() context: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const uuid = idArgument('Card', input.id, 'id');
    return context.sca.perform({
      mutation: 'resetCardPinAttempts',
      input,
      sca,
      write: cardWrites.resetPinAttempts(uuid),
      payload: { type: 'Card', id: uuid },
      effect: { kind: 'card pin', id: uuid },
      inputPaths,
    });
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Card, { nullable: true, description: writtenDescription('The card, fetched after the change.') })
  async card(@Root() { uuid }: CardPayload, @Ctx() context: Context): Promise<Card> {
    return new Card(await loadWritten((loaders) => loaders.card, uuid, context));
  }
}
