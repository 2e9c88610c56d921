import { Arg, Ctx, Mutation, type ClassType } from 'type-graphql';
import type { OperationRequest } from '../../sca/operation-request.js';
import type { Context } from '../context.js';
import { Cost } from '../field-cost.js';
import { describeMutation } from '../problems/codes/describe-mutation.js';
import { validateInput } from '../problems/validate-input.js';
import type { SecretOutcome } from './approvals.js';
import { mutationResult, signableResult } from './mutation-result.js';
import { ScaArgument } from './sca-argument.js';
import { ScaIdArgument } from './sca-id-argument.js';
import type { ScaInput } from './sca.input.js';

/** How a mutation is declared. */
interface MutationOptions<Input extends object> {
  /** What it does, in sentences. The description also gets its codes, and whether it may need an approval. */
  readonly does: string;
  /** LinkCy's page about it. */
  readonly page?: string;
  readonly input: () => ClassType<Input>;
  readonly inputDescription: string;
  /** LinkCy may ask the user first: adds the argument `sca`, and ScaSignatureRequired to the results. */
  readonly approval?: boolean;
  /** An operation may contain one such mutation. */
  readonly movesMoney?: boolean;
}

interface SecretMutationOptions<Input extends object> extends Omit<MutationOptions<Input>, 'approval'> {
  /** As above; 'sentAgain': the client sends the same input again once the user has approved, with the argument `scaId`. */
  readonly approval?: boolean | 'sentAgain';
}

/** The write, and a check of the token for an idempotency key. Selected objects are counted by their fields. */
const callsOfMutation = 2;

/** How the user is to approve; empty for mutations without `approval`. */
export interface ApprovalArguments {
  readonly sca?: ScaInput | null;
  readonly scaId?: string | null;
}

/** The request of a mutation; the decorator adds the mutation's name, its input and `sca`. */
export type MutationRequest = Omit<OperationRequest, 'mutation' | 'input' | 'sca'>;

type Method<Input, Answer> = (input: Input, context: Context, approval: ApprovalArguments) => Answer;
type Payload<Type extends object = object> = () => ClassType<Type>;

/**
 * Declares a mutation named after its method, with the argument `input` (and `sca` with `approval`) and a union as result:
 * the payload, ScaPending or a Problem. The method gets a valid input only, and returns what to send to LinkCy, which is
 * carried out at most once per idempotencyKey, now or after the user's approval.
 */
export function LinkcyMutation<Input extends OperationRequest['input']>(
  payload: Payload,
  options: MutationOptions<Input>,
) {
  return declare<Input, MutationRequest>([payload], options, (request, { mutation, input, sca, context }) =>
    context.sca.perform({ ...request, mutation, input, sca }),
  );
}

/** As `LinkcyMutation`, but the method returns the result itself, which goes to the caller alone and is never stored. */
export function SecretMutation<Input extends object, Type extends object>(
  payloads: Payload<Type> | readonly Payload<Type>[],
  options: SecretMutationOptions<Input>,
) {
  return declare<Input, Promise<SecretOutcome<Type>>>([payloads].flat(), options, (answer) => answer);
}

interface Call<Input> {
  readonly mutation: string;
  readonly input: Input;
  readonly sca: ScaInput | null | undefined;
  readonly context: Context;
}

/** The method decorator: registers the mutation and validates its input before the method is called. */
function declare<Input extends object, Answer>(
  payloads: readonly Payload[],
  { does, page, input: inputType, inputDescription, ...options }: SecretMutationOptions<Input>,
  finish: (answer: Answer, call: Call<Input>) => Promise<object>,
) {
  const { movesMoney = false } = options;
  const approval = Boolean(options.approval);
  return <Own extends Method<Input, Answer>>(
    prototype: object,
    mutation: string,
    descriptor: TypedPropertyDescriptor<Own>,
  ): void => {
    const method = descriptor.value;
    if (method === undefined) throw new TypeError(`${mutation} is not a method.`);
    const resultName = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Result`;
    const result = approval ? signableResult(resultName, ...payloads) : mutationResult(resultName, ...payloads);
    const description = describeMutation({ mutation, does, approval, page });
    Mutation(() => result, { nullable: true, description })(prototype, mutation, descriptor);
    Cost({ calls: callsOfMutation, movesMoney })(prototype, mutation, descriptor);
    Arg('input', inputType, { description: inputDescription })(prototype, mutation, 0);
    Ctx()(prototype, mutation, 1);
    if (approval) ScaArgument()(prototype, mutation, 2);
    if (options.approval === 'sentAgain') ScaIdArgument()(prototype, mutation, 3);
    const resolve = async function (
      this: unknown,
      ...[input, context, sca, scaId]: [Input, Context, (ScaInput | null)?, (string | null)?]
    ): Promise<object> {
      const invalid = validateInput(input);
      if (invalid) return invalid;
      const answer: Answer = Reflect.apply(method, this, [input, context, { sca, scaId }]);
      return finish(answer, { mutation, input, sca, context });
    };
    Object.assign(descriptor, { value: resolve });
  };
}
