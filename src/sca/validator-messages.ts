/**
 * What LinkCy's validator says of a value by itself: the public default messages of Jakarta Bean Validation and Hibernate
 * Validator. Each names a rule and nothing else. Every other message of LinkCy's is free text, and may hold a name or a
 * number of somebody's, also one that was not sent ("Rosa Blum exists already").
 * Their source: engine/src/main/resources/org/hibernate/validator/ValidationMessages.properties in hibernate-validator.
 */
const messages: ReadonlySet<string> = new Set([
  ...['must not be null', 'must be null', 'must not be blank', 'must not be empty', 'must be true', 'must be false'],
  ...['must be a well-formed email address', 'must be a valid URL', 'must be a valid UUID'],
  ...['must be a past date', 'must be a date in the past or in the present'],
  ...['must be a future date', 'must be a date in the present or in the future'],
  ...['must only contain unique elements', 'invalid credit card number'],
  // LinkCy's own, out of the sample in its documents: https://docs.linkcy.io/api_reference/sandbox/consumer
  'Name must contains only letters',
]);

/** Bounds of rules have at most four digits; a longer number could be somebody's. */
const bound = String.raw`\d{1,4}`;
const patterns = [
  `(?:size|length) must be between ${bound} and ${bound}`,
  `must be between ${bound} and ${bound}`,
  `must be (?:less|greater) than (?:or equal to )?${bound}`,
  String.raw`numeric value out of bounds \(<${bound} digits>\.<${bound} digits> expected\)`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** The rule that a message of LinkCy's names, in its validator's words; undefined where it may say more. */
export function ruleIn(message: string): string | undefined {
  // What the pattern is, is LinkCy's to say, and may be any text.
  if (/^must match "/.test(message)) return 'must match a pattern';
  return messages.has(message) || patterns.some((pattern) => pattern.test(message)) ? message : undefined;
}
