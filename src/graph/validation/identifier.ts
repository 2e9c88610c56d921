import { Field, ID } from 'type-graphql';
import { uuid as isUuid } from '../../linkcy/json/shape.js';
import { parseIdOf, type NodeType } from '../node/global-id.js';
import { both, Rule } from './rule.js';

/** The opaque id of an object of this type, or LinkCy's bare UUID of it. */
export function IdOf(type: NodeType): PropertyDecorator {
  return Rule({
    name: 'id',
    message: `Must be the id of a ${type}, or LinkCy's UUID of one.`,
    isMet: (value) => typeof value === 'string' && parseIdOf(type, value) !== undefined,
  });
}

/** An id that has to be given; `what` begins its description. */
export function IdField(type: NodeType, what = `The ${type.toLowerCase()}`): PropertyDecorator {
  return both(
    Field(() => ID, { description: `${what}: its opaque id, or LinkCy's UUID.` }),
    IdOf(type),
  );
}

/** LinkCy's UUID of something that is not a node of the graph; `what` names it, with its article. */
export function UuidOf(what: string): PropertyDecorator {
  return Rule({
    name: 'uuid',
    message: `Must be LinkCy's UUID of ${what}.`,
    isMet: isUuid,
  });
}
