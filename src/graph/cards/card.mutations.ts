import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { cardWrites } from '../../linkcy/endpoints/cards.js';
import { idArgument } from '../node/global-id.js';
import { loadWritten, writtenDescription } from '../node/load-written.js';
import { LinkcyMutation, type MutationRequest } from '../sca/linkcy-mutation.js';
import { CardPayload } from '../sca/payload.type.js';
import {
  ActivateCardInput,
  CloseCardInput,
  CreateCardInput,
  ResetCardPinAttemptsInput,
  SuspendCardInput,
  UpdateCardInput,
} from './card.input.js';
import { Card } from './card.type.js';

/** LinkCy calls the path's parameter `cardId`; it is `id` in our inputs. */
const inputPaths = { cardId: ['id'] };

@Resolver(() => CardPayload)
export class CardMutations {
  @LinkcyMutation(() => CardPayload, {
    does:
      'Orders a card; it begins as CREATING. For the first card of a ledger with money on it, the money leaves the ' +
      'ledger for some seconds: a balance shown meanwhile is 0.',
    approval: true,
    page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    input: () => CreateCardInput,
    inputDescription: 'The card to make.',
  })
  createCard(input: CreateCardInput): MutationRequest {
    const { nameOnCard, friendlyName, rules, deliveryMethod } = input;
    const ledgerId = idArgument('Ledger', input.ledgerId, 'ledgerId');
    const card = { ledgerId, profileId: input.profileId.toLowerCase(), nameOnCard, friendlyName };
    return {
      write: cardWrites.create({ ...card, rules, deliveryMethod }),
      payload: { type: 'Card', id: 'created' },
      effect: { kind: 'card', ...card },
    };
  }

  @LinkcyMutation(() => CardPayload, {
    does: 'Renames a card.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    input: () => UpdateCardInput,
    inputDescription: 'Which card, and its name.',
  })
  updateCard({ id, friendlyName }: UpdateCardInput): MutationRequest {
    const uuid = idArgument('Card', id, 'id');
    return {
      write: cardWrites.update(uuid, { friendlyName }),
      payload: { type: 'Card', id: uuid },
      effect: { kind: 'fields', object: 'Card', id: uuid, asked: { friendlyName } },
      inputPaths,
    };
  }

  @LinkcyMutation(() => CardPayload, {
    does:
      'Puts a card into use, for the first time or after a suspension; it then shows ACTIVATING until LinkCy is ' +
      "done. It also turns the holder's address from VALID to VERIFIED, because the card has arrived there.",
    page: 'https://docs.linkcy.io/api_reference/sandbox/card/close_2',
    input: () => ActivateCardInput,
    inputDescription: 'Which card, and the proof of having it.',
  })
  activateCard({ id, truncatedPan }: ActivateCardInput): MutationRequest {
    const uuid = idArgument('Card', id, 'id');
    return { write: cardWrites.activate(uuid, { truncatedPan }), payload: { type: 'Card', id: uuid }, inputPaths };
  }

  @LinkcyMutation(() => CardPayload, {
    does: 'Blocks a card for now; `activateCard` unblocks it. It then shows SUSPENDING until LinkCy is done.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    input: () => SuspendCardInput,
    inputDescription: 'Which card, and why.',
  })
  suspendCard({ id, operator, reason, otherReason }: SuspendCardInput): MutationRequest {
    const uuid = idArgument('Card', id, 'id');
    const write = cardWrites.suspend(uuid, { operator, reason, otherReason });
    return { write, payload: { type: 'Card', id: uuid }, inputPaths };
  }

  @LinkcyMutation(() => CardPayload, {
    does: 'Closes a card for good; it then shows CLOSING until LinkCy is done.',
    page: 'https://docs.linkcy.io/api_reference/sandbox/card/close_2',
    input: () => CloseCardInput,
    inputDescription: 'Which card, and why.',
  })
  closeCard({ id, operator, reason, otherReason }: CloseCardInput): MutationRequest {
    const uuid = idArgument('Card', id, 'id');
    const write = cardWrites.close(uuid, { operator, reason, otherReason });
    return { write, payload: { type: 'Card', id: uuid }, inputPaths };
  }

  @LinkcyMutation(() => CardPayload, {
    does:
      'Gives the holder of a physical card new attempts at the PIN, starting with the next payment in which the ' +
      'chip contacts the bank.',
    approval: true,
    page: 'https://docs.linkcy.io/api_reference/sandbox/card/close_2',
    input: () => ResetCardPinAttemptsInput,
    inputDescription: 'Which card.',
  })
  resetCardPinAttempts({ id }: ResetCardPinAttemptsInput): MutationRequest {
    const uuid = idArgument('Card', id, 'id');
    return {
      write: cardWrites.resetPinAttempts(uuid),
      payload: { type: 'Card', id: uuid },
      effect: { kind: 'card pin', id: uuid },
      inputPaths,
    };
  }

  @Directive('@semanticNonNull')
  @FieldResolver(() => Card, { nullable: true, description: writtenDescription('The card, fetched after the change.') })
  async card(@Root() { uuid }: CardPayload, @Ctx() context: Context): Promise<Card> {
    return loadWritten((loaders) => loaders.card, uuid, context);
  }
}
