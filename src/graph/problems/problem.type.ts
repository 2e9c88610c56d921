import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { scaCodes } from './codes/sca.codes.js';

/**
 * Why a mutation was not carried out, or why that cannot be told. Problems are answers, not errors: they stand in the
 * mutation's result union. No message holds a value of the input.
 */
@InterfaceType({ description: 'Why an operation was not carried out, or why that is unknown.' })
export abstract class Problem {
  @Field(() => String, {
    description:
      "LinkCy's errorCode where it gave one, such as LEDGER_MUST_BE_ACTIVE, otherwise a code of this API in the same style.",
  })
  readonly code: string;

  @Field(() => String, {
    description: 'What happened, in plain words for developers. Never contains a value from the input.',
  })
  readonly message: string;

  @Field(() => Boolean, { description: 'Whether the same request may be sent again as it is.' })
  readonly retryable: boolean;

  constructor(code: string, message: string, retryable = false) {
    this.code = code;
    this.message = message;
    this.retryable = retryable;
  }
}

@ObjectType({ description: 'What is wrong with one field of an input.' })
export class FieldProblem {
  @Field(() => [String], {
    description: 'The way to the field inside `input`, as GraphQL names it, for instance ["rules", "0", "value"].',
  })
  readonly path: readonly string[];

  @Field(() => String, { description: 'What the value must be. Never the value itself.' })
  readonly message: string;

  constructor(path: readonly string[], message: string) {
    this.path = path;
    this.message = message;
  }
}

@ObjectType({
  implements: Problem,
  description: 'The input breaks a rule, or names something that does not exist. Nothing was carried out.',
})
export class InvalidInput extends Problem {
  @Field(() => [FieldProblem], { description: 'Every faulty field; empty where LinkCy did not say which.' })
  readonly fields: readonly FieldProblem[];

  constructor(fields: readonly FieldProblem[], code: string, message: string) {
    super(code, message);
    this.fields = fields;
  }
}

@ObjectType({
  implements: Problem,
  description: 'The object to change does not exist, or the caller may not know of it. Nothing was carried out.',
})
export class NotFound extends Problem {}

@ObjectType({ implements: Problem, description: 'The caller may not do this. Nothing was carried out.' })
export class Forbidden extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'The current state does not allow it: a closed card, insufficient funds, an idempotency key that was used ' +
    'with another input. Nothing was carried out.',
})
export class Conflict extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    `The user's approval failed: declined, out of time, no device, a wrong signature; or it is needed and the ` +
    `strategy does not ask for it. Nothing was carried out. LinkCy's codes: ${Object.keys(scaCodes).join(', ')}.`,
})
export class ScaRefused extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'Certainly not carried out: LinkCy was not reached, or turned the request away for the moment. It may be sent again.',
})
export class UpstreamUnavailable extends Problem {
  constructor(code: string, message: string) {
    super(code, message, true);
  }
}

@ObjectType({
  implements: Problem,
  description:
    'It was sent, but no answer came back that says what happened. Never send it again blindly: check first ' +
    'whether it was carried out.',
})
export class OutcomeUnknown extends Problem {}
