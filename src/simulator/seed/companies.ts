/** Companies that hold ledgers at the demo bank. */
export const corporateNames: readonly string[] = [
  'Atelier Boréal SAS',
  'Brouwerij De Linde BV',
  'Nordlicht Solar GmbH',
  'Harbour & Finch Ltd',
  'Studio Mirabelle SRL',
  'Verdant Logistics NV',
];

/** Companies that pay salaries. */
export const employers: readonly string[] = [
  'Hexagone Conseil SA',
  'Delta Textiles NV',
  'Kranich Maschinenbau GmbH',
  'Lumière Studios',
  'Orange Grove Foods SL',
];

/** Companies that are paid by transfer, or that collect by direct debit. */
export const payees: readonly string[] = [
  'Immobilière du Canal',
  'EDEN Énergie',
  'Télénova Mobile',
  'Mutuelle Santé Plus',
  'Stadtwerke Nordufer',
  'Crèche Les Lutins',
  'Autovermietung Süd',
  'Notaire Delacroix & Associés',
];

export interface SeedMerchant {
  readonly name: string;
  readonly city: string;
  /** ISO 3166 alpha-3. */
  readonly country: string;
  /** ISO 18245. */
  readonly categoryCode: string;
  readonly description: string;
  /** The usual range of payments there, in euros. */
  readonly least: number;
  readonly most: number;
  readonly online?: boolean;
  /** Set if the merchant charges in another currency than the euro. */
  readonly currency?: 'USD' | 'CHF';
}

export const merchants: readonly SeedMerchant[] = [
  {
    name: 'Café de la Presse',
    city: 'Paris',
    country: 'FRA',
    categoryCode: '5814',
    description: 'Fast food restaurants',
    least: 3,
    most: 18,
  },
  {
    name: 'Marché Vert',
    city: 'Lyon',
    country: 'FRA',
    categoryCode: '5411',
    description: 'Grocery stores, supermarkets',
    least: 8,
    most: 120,
  },
  {
    name: 'Boulangerie Petit Matin',
    city: 'Bordeaux',
    country: 'FRA',
    categoryCode: '5462',
    description: 'Bakeries',
    least: 2,
    most: 15,
  },
  {
    name: 'Librairie du Passage',
    city: 'Nantes',
    country: 'FRA',
    categoryCode: '5942',
    description: 'Book stores',
    least: 7,
    most: 60,
  },
  {
    name: 'Brasserie Centrale',
    city: 'Bruxelles',
    country: 'BEL',
    categoryCode: '5812',
    description: 'Eating places, restaurants',
    least: 14,
    most: 90,
  },
  {
    name: 'Fietsen Claes',
    city: 'Gent',
    country: 'BEL',
    categoryCode: '5940',
    description: 'Bicycle shops',
    least: 9,
    most: 350,
  },
  {
    name: 'Kaufladen Mitte',
    city: 'Berlin',
    country: 'DEU',
    categoryCode: '5411',
    description: 'Grocery stores, supermarkets',
    least: 6,
    most: 95,
  },
  {
    name: 'Apotheke am Markt',
    city: 'Hamburg',
    country: 'DEU',
    categoryCode: '5912',
    description: 'Drug stores, pharmacies',
    least: 4,
    most: 48,
  },
  {
    name: 'Tankhof A7',
    city: 'Göttingen',
    country: 'DEU',
    categoryCode: '5541',
    description: 'Service stations',
    least: 25,
    most: 98,
  },
  {
    name: 'Taberna del Puerto',
    city: 'Valencia',
    country: 'ESP',
    categoryCode: '5812',
    description: 'Eating places, restaurants',
    least: 12,
    most: 70,
  },
  {
    name: 'Bloemen aan de Gracht',
    city: 'Amsterdam',
    country: 'NLD',
    categoryCode: '5992',
    description: 'Florists',
    least: 8,
    most: 55,
  },
  {
    name: 'Metrolink Transit',
    city: 'Paris',
    country: 'FRA',
    categoryCode: '4111',
    description: 'Local passenger transport',
    least: 2,
    most: 22,
  },
  {
    name: 'Railwise',
    city: 'Utrecht',
    country: 'NLD',
    categoryCode: '4112',
    description: 'Passenger railways',
    least: 9,
    most: 140,
    online: true,
  },
  {
    name: 'Filmothek Streaming',
    city: 'Luxembourg',
    country: 'LUX',
    categoryCode: '4899',
    description: 'Cable and other pay television',
    least: 8,
    most: 18,
    online: true,
  },
  {
    name: 'Paperplane Cloud',
    city: 'San Francisco',
    country: 'USA',
    categoryCode: '5817',
    description: 'Digital goods: applications',
    least: 5,
    most: 49,
    online: true,
    currency: 'USD',
  },
  {
    name: 'Hotel Zürichblick',
    city: 'Zürich',
    country: 'CHE',
    categoryCode: '7011',
    description: 'Hotels, motels, resorts',
    least: 90,
    most: 260,
    currency: 'CHF',
  },
  {
    name: 'Corner Shop Hackney',
    city: 'London',
    country: 'GBR',
    categoryCode: '5499',
    description: 'Convenience stores',
    least: 3,
    most: 32,
  },
  {
    name: 'Kino Lux',
    city: 'Köln',
    country: 'DEU',
    categoryCode: '7832',
    description: 'Motion picture theaters',
    least: 9,
    most: 36,
  },
];
