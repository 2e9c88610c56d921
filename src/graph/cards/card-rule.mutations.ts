import { Resolver } from 'type-graphql';
import { cardWrites } from '../../linkcy/endpoints/cards.js';
import { idArgument } from '../node/global-id.js';
import { LinkcyMutation, type MutationRequest } from '../sca/linkcy-mutation.js';
import { CardPayload } from '../sca/payload.type.js';
import { RemoveCardRuleInput, SetCardRuleInput } from './card-rule.input.js';

const inputPaths = { cardId: ['id'], ruleType: ['type'] };

/** What may be spent with a card. */
@Resolver()
export class CardRuleMutations {
  @LinkcyMutation(() => CardPayload, {
    does:
      'Sets a rule of a card, in place of the one of the same type. A partner and an end user may each set one ' +
      'of the same type, and the profile has its own: the strictest one applies.',
    approval: true,
    page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    input: () => SetCardRuleInput,
    inputDescription: 'Which card, and the rule.',
  })
  setCardRule(input: SetCardRuleInput): MutationRequest {
    const uuid = idArgument('Card', input.id, 'id');
    const { type, value, enabled, values, name } = input;
    return {
      write: cardWrites.setRule(uuid, { type, value, enabled, values, name }),
      payload: { type: 'Card', id: uuid },
      effect: { kind: 'card rule', id: uuid, type, content: value ?? enabled ?? values ?? null },
      inputPaths,
    };
  }

  @LinkcyMutation(() => CardPayload, {
    does: 'Removes a rule from a card.',
    approval: true,
    page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    input: () => RemoveCardRuleInput,
    inputDescription: 'Which card, and which rule.',
  })
  removeCardRule(input: RemoveCardRuleInput): MutationRequest {
    const uuid = idArgument('Card', input.id, 'id');
    return {
      write: cardWrites.removeRule(uuid, input.type),
      payload: { type: 'Card', id: uuid },
      effect: { kind: 'card rule', id: uuid, type: input.type },
      inputPaths,
    };
  }
}
