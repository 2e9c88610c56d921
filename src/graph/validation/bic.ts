import { electronicForm } from './iban.js';
import { Pasted } from './pasted.js';
import { both, Rule } from './rule.js';

/** A BIC (ISO 9362): four characters of the institution, two letters of the country, two of the place, three of the branch or none. */
export function Bic(): PropertyDecorator {
  const meets = Rule({
    name: 'bic',
    message: 'Must be a BIC of 8 or 11 characters.',
    isMet: (value) =>
      typeof value === 'string' && /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(electronicForm(value)),
  });
  return both(Pasted(electronicForm), meets);
}
