import { OneOf } from './known.js';

/** Where consumers of LinkCy can live and pay taxes, ISO 3166-1 alpha-3. */
const europeanCountries =
  'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA LIE LTU LUX LVA MLT NLD NOR POL PRT ROU SVK SVN SWE';

/** One of the 31 European countries that LinkCy serves. */
export const EuropeanCountry = () =>
  OneOf(
    europeanCountries.split(' '),
    'Must be one of the 31 European countries that LinkCy serves, in ISO 3166-1 alpha-3 form such as FRA.',
  );
