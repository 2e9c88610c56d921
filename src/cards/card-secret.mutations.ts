import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { cardSecrets, isCardPin, isPanCredentials, type PanCredentials } from '../linkcy/card-secrets.js';
import { idArgument } from '../node/global-id.js';
import type { OperationProblem } from '../problems/problem-of.js';
import { validateInput } from '../problems/validate-input.js';
import { mutationResult } from '../sca/mutation-result.js';
import { ScaArgument } from '../sca/sca-argument.js';
import { ScaIdArgument } from '../sca/sca-id-argument.js';
import type { ScaInput } from '../sca/sca.input.js';
import type { ScaPending } from '../sca/sca-pending.type.js';
import { CardSecretInput } from './card-limit.input.js';

@ObjectType({ description: "A card's PIN." })
export class RevealCardPinPayload {
  @Field(() => String, { description: 'The PIN. A secret, shown this once.' })
  readonly pin: string;

  constructor(pin: string) {
    this.pin = pin;
  }
}

@ObjectType({ description: "What the holder's app fetches the card's number with. Secrets, shown this once." })
export class CreatePanCredentialsPayload {
  @Field(() => String, { description: 'The token.' })
  readonly token: string;

  @Field(() => String, { description: 'The secret that goes with it.' })
  readonly secret: string;

  @Field(() => String, { description: 'How long they can be used, as an ISO 8601 duration such as "PT1M".' })
  readonly ttl: string;

  constructor({ token, secret, ttl }: PanCredentials) {
    this.token = token;
    this.secret = secret;
    this.ttl = ttl;
  }
}

const RevealCardPinResult = mutationResult('RevealCardPinResult', () => RevealCardPinPayload);
const CreatePanCredentialsResult = mutationResult('CreatePanCredentialsResult', () => CreatePanCredentialsPayload);

/**
 * Mutations, though LinkCy has them as GET: what they answer must not be cached, must not stand in a URL that is logged,
 * and uses an approval up.
 */
@Resolver()
export class CardSecretMutations {
  @Mutation(() => RevealCardPinResult, {
    nullable: true,
    description:
      'Shows the PIN of a physical card. May need an approval: then the same input is sent again with `scaId`, for a PIN is never stored. Conflict CARD_MUST_BE_ACTIVE or CARD_MUST_BE_PHYSICAL, NotFound. LinkCy: https://docs.linkcy.io/api_reference/sandbox/card',
  })
  async revealCardPin(
    @Arg('input', () => CardSecretInput, { description: 'Which card.' }) input: CardSecretInput,
    @ScaArgument() sca: ScaInput | null | undefined,
    @ScaIdArgument() scaId: string | null | undefined,
    @Ctx() { direct }: Context,
  ): Promise<RevealCardPinPayload | ScaPending | OperationProblem> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    return direct.perform({
      write: cardSecrets.pin(idArgument('Card', input.id, 'id')),
      payload: (body) => (isCardPin(body) ? new RevealCardPinPayload(body.pin) : undefined),
      approval: { sca, scaId },
    });
  }

  @Mutation(() => CreatePanCredentialsResult, {
    nullable: true,
    description:
      "Makes what the holder's app fetches the card's number with; it never passes through this API. May need an approval: then the same input is sent again with `scaId`. Conflict OPERATION_NOT_ALLOWED, NotFound. LinkCy: https://docs.linkcy.io/api_reference/sandbox/card",
  })
  async createPanCredentials(
    @Arg('input', () => CardSecretInput, { description: 'Which card.' }) input: CardSecretInput,
    @ScaArgument() sca: ScaInput | null | undefined,
    @ScaIdArgument() scaId: string | null | undefined,
    @Ctx() { direct }: Context,
  ): Promise<CreatePanCredentialsPayload | ScaPending | OperationProblem> {
    const invalid = validateInput(input);
    if (invalid) return invalid;
    return direct.perform({
      write: cardSecrets.panCredentials(idArgument('Card', input.id, 'id')),
      payload: (body) => (isPanCredentials(body) ? new CreatePanCredentialsPayload(body) : undefined),
      approval: { sca, scaId },
    });
  }
}
