import { Field } from 'type-graphql';
import { Operator } from '../../linkcy/endpoints/cards.js';
import { Known } from './known.js';
import { both } from './rule.js';

/** The field that says for whom something is suspended or closed: the end user when it is left out. */
export function OnBehalfOf(description = 'On whose behalf.'): PropertyDecorator {
  const options = { defaultValue: Operator.END_USER, description: `${description} UNKNOWN is refused.` };
  return both(
    Field(() => Operator, options),
    Known(),
  );
}
