import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { cardWrites } from '../../linkcy/endpoints/cards.js';
import { idArgument } from '../node/global-id.js';
import { describeMutation } from '../problems/codes/describe-mutation.js';
import { validateInput } from '../problems/validate-input.js';
import { mutationResult, signableResult } from '../sca/mutation-result.js';
import type { MutationOutcome } from '../sca/approvals.js';
import { CardPayload } from '../sca/payload.type.js';
import { ScaArgument } from '../sca/sca-argument.js';
import type { ScaInput } from '../sca/sca.input.js';
import { RemoveCardRuleInput, SetCardRuleInput, UpdateCardInput } from './card-rule.input.js';

const UpdateCardResult = mutationResult('UpdateCardResult', () => CardPayload);
const SetCardRuleResult = signableResult('SetCardRuleResult', () => CardPayload);
const RemoveCardRuleResult = signableResult('RemoveCardRuleResult', () => CardPayload);

const inputPaths = { cardId: ['id'], ruleType: ['type'] };

/** The name of a card, and what may be spent with it. */
@Resolver()
export class CardLimitMutations {
  @Mutation(() => UpdateCardResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'updateCard',
      does: 'Renames a card.',
      page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    }),
  })
  async updateCard(
    @Arg('input', () => UpdateCardInput, { description: 'Which card, and its name.' }) input: UpdateCardInput,
    @Ctx() { sca }: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const uuid = idArgument('Card', input.id, 'id');
    return sca.perform({
      mutation: 'updateCard',
      input,
      write: cardWrites.update(uuid, { friendlyName: input.friendlyName }),
      payload: { type: 'Card', id: uuid },
      effect: { kind: 'fields', object: 'Card', id: uuid, asked: { friendlyName: input.friendlyName } },
      inputPaths,
    });
  }

  @Mutation(() => SetCardRuleResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'setCardRule',
      does:
        'Sets a rule of a card, in place of the one of the same type. A partner and an end user may each set one of the ' +
        'same type, and the profile has its own: the strictest counts.',
      approval: true,
      page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    }),
  })
  async setCardRule(
    @Arg('input', () => SetCardRuleInput, { description: 'Which card, and the rule.' }) input: SetCardRuleInput,
    @ScaArgument() choice: ScaInput | null | undefined,
    @Ctx() { sca }: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const uuid = idArgument('Card', input.id, 'id');
    const { type, value, enabled, values, name } = input;
    return sca.perform({
      mutation: 'setCardRule',
      input,
      sca: choice,
      write: cardWrites.setRule(uuid, { type, value, enabled, values, name }),
      payload: { type: 'Card', id: uuid },
      effect: { kind: 'card rule', id: uuid, type, content: value ?? enabled ?? values ?? null },
      inputPaths,
    });
  }

  @Mutation(() => RemoveCardRuleResult, {
    nullable: true,
    description: describeMutation({
      mutation: 'removeCardRule',
      does: 'Takes a rule of a card away.',
      approval: true,
      page: 'https://docs.linkcy.io/api_reference/sandbox/card',
    }),
  })
  async removeCardRule(
    @Arg('input', () => RemoveCardRuleInput, { description: 'Which card, and which rule.' })
    input: RemoveCardRuleInput,
    @ScaArgument() choice: ScaInput | null | undefined,
    @Ctx() { sca }: Context,
  ): Promise<MutationOutcome> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    const uuid = idArgument('Card', input.id, 'id');
    return sca.perform({
      mutation: 'removeCardRule',
      input,
      sca: choice,
      write: cardWrites.removeRule(uuid, input.type),
      payload: { type: 'Card', id: uuid },
      effect: { kind: 'card rule', id: uuid, type: input.type },
      inputPaths,
    });
  }
}
