import { Pattern } from './text.js';

/** The form of a country. Which ones it serves is LinkCy's to say, and has grown between its versions. */
export const Country = () => Pattern(/^[A-Z]{3}$/, 'Must be a country in ISO 3166-1 alpha-3 form, such as FRA.');
