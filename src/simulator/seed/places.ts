/** Where people of the demo bank live, and what they are called there. Accents and prefixes are there on purpose. */
export interface SeedPlace {
  /** ISO 3166 alpha-3, as LinkCy has it. */
  readonly country: string;
  readonly phoneCode: string;
  /** The first digits of a mobile number, and how many follow. */
  readonly mobile: readonly [prefix: string, digits: number];
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
  readonly cities: readonly (readonly [name: string, postalCode: string])[];
  readonly streets: readonly string[];
}

export const places = {
  france: {
    country: 'FRA',
    phoneCode: '33',
    mobile: ['6', 8],
    women: ['Camille', 'Léa', 'Chloé', 'Manon', 'Inès', 'Zoé', 'Élise', 'Margaux'],
    men: ['Lucas', 'Hugo', 'Théo', 'Rémi', 'Antoine', 'Noël', 'Maxime', 'Jérôme'],
    families: [
      'Rousseau',
      'Lefèvre',
      'Moreau',
      'Girard',
      'Bonnet',
      'Dupré',
      'Marchand',
      "D'Almeida",
      'Faure',
      'Chevalier',
    ],
    cities: [
      ['Paris', '75011'],
      ['Lyon', '69003'],
      ['Bordeaux', '33000'],
      ['Nantes', '44000'],
      ['Lille', '59800'],
    ],
    streets: [
      'Rue Oberkampf',
      'Avenue Jean Jaurès',
      'Rue de la République',
      'Quai des Chartrons',
      'Boulevard Voltaire',
    ],
  },
  belgium: {
    country: 'BEL',
    phoneCode: '32',
    mobile: ['47', 7],
    women: ['Emma', 'Julie', 'Lotte', 'Anke', 'Marie-Laure', 'Femke'],
    men: ['Lukas', 'Wout', 'Simon', 'Jeroen', 'Maarten', 'Benoît'],
    families: ['Van den Berg', 'Peeters', 'Janssens', 'De Smet', 'Lambert', 'Dubois', 'Claes', 'Wouters'],
    cities: [
      ['Bruxelles', '1050'],
      ['Antwerpen', '2018'],
      ['Gent', '9000'],
      ['Liège', '4000'],
    ],
    streets: ['Chaussée d’Ixelles', 'Meir', 'Veldstraat', 'Rue Léopold', 'Avenue Louise'],
  },
  germany: {
    country: 'DEU',
    phoneCode: '49',
    mobile: ['151', 8],
    women: ['Elena', 'Hannah', 'Jana', 'Katrin', 'Sophie', 'Nele'],
    men: ['Jonas', 'Felix', 'Björn', 'Lennart', 'Moritz', 'Tobias'],
    families: ['Fischer', 'Müller', 'Schäfer', 'Koch', 'Groß', 'Wagner', 'Krüger', 'Brandt'],
    cities: [
      ['Berlin', '10999'],
      ['Hamburg', '22767'],
      ['München', '80331'],
      ['Köln', '50672'],
    ],
    streets: ['Oranienstraße', 'Lindenallee', 'Schulstraße', 'Am Markt', 'Goethestraße'],
  },
  spain: {
    country: 'ESP',
    phoneCode: '34',
    mobile: ['6', 8],
    women: ['Lucía', 'Marta', 'Paula', 'Nuria', 'Carmen'],
    men: ['Álvaro', 'Javier', 'Pablo', 'Íñigo', 'Sergio'],
    families: ['García', 'Muñoz', 'Ortega', 'Ibáñez', 'Serrano', 'Vidal'],
    cities: [
      ['Madrid', '28004'],
      ['Barcelona', '08013'],
      ['Valencia', '46003'],
    ],
    streets: ['Calle de Alcalá', 'Carrer de Mallorca', 'Calle Mayor', 'Avenida del Puerto'],
  },
  netherlands: {
    country: 'NLD',
    phoneCode: '31',
    mobile: ['6', 8],
    women: ['Sanne', 'Fleur', 'Lieke', 'Iris'],
    men: ['Daan', 'Sem', 'Bram', 'Thijs'],
    families: ['de Vries', 'Jansen', 'van Dijk', 'Bakker', 'Visser'],
    cities: [
      ['Amsterdam', '1016 GB'],
      ['Utrecht', '3511 LX'],
      ['Rotterdam', '3011 AD'],
    ],
    streets: ['Prinsengracht', 'Oudegracht', 'Stationsweg', 'Dorpsstraat'],
  },
  britain: {
    country: 'GBR',
    phoneCode: '44',
    mobile: ['77', 8],
    women: ['Amelia', 'Grace', 'Isla', 'Freya', 'Niamh'],
    men: ['Oliver', 'Arthur', 'Callum', 'Rhys', 'Owen'],
    families: ['Walker', 'Hughes', "O'Connor", 'Patel', 'MacDonald', 'Clarke'],
    cities: [
      ['London', 'E8 3SB'],
      ['Manchester', 'M4 1HN'],
      ['Bristol', 'BS1 4ND'],
      ['Edinburgh', 'EH6 6JH'],
    ],
    streets: ['Richmond Road', 'Church Lane', 'High Street', 'Victoria Road'],
  },
} as const satisfies Record<string, SeedPlace>;
