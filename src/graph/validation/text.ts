import { Rule } from './rule.js';

/** A text of so many characters, counted as LinkCy does (UTF-16 code units). */
export function Length(least: number, most: number): PropertyDecorator {
  return Rule({
    name: 'length',
    message: least === 0 ? `Must have at most ${most} characters.` : `Must have ${least} to ${most} characters.`,
    isMet: (value) => typeof value === 'string' && value.length >= least && value.length <= most,
  });
}

/** A text of a certain form; `message` is a sentence that describes it. */
export function Pattern(pattern: RegExp, message: string): PropertyDecorator {
  return Rule({ name: 'pattern', message, isMet: (value) => typeof value === 'string' && pattern.test(value) });
}

/** A text that says something. */
export const Filled = () => Pattern(/\S/, 'Must not be empty.');

/** Any of LinkCy's words. For enumerations whose values LinkCy does not list, so that only their form can be checked. */
export const LinkcyWord = () =>
  Pattern(/^[A-Z][A-Z0-9_]{0,254}$/, "Must be one of LinkCy's words: capital letters, digits and underscores.");

/** LinkCy prints these names and takes Latin-1 only. */
export const Latin1 = () => Pattern(/^[ -~\u00a0-\u00ff]*$/, 'Must consist of Latin-1 characters.');

/** Only the form: whether the address exists, LinkCy finds out by writing to it. */
export const EmailAddress = () =>
  Pattern(/^(?=.{3,254}$)[^\s@]+@[^\s@]+$/, 'Must be an e-mail address of at most 254 characters.');

/** The text that travels with a transfer. Newer versions of LinkCy take 60 characters, older ones 18. */
export const Reference = () =>
  Pattern(
    /^[.'a-zA-ZÀ-ÿ0-9,? ]{0,60}$/,
    "Must have at most 60 characters, out of letters (also accented ones), digits, spaces and . , ' ?",
  );
