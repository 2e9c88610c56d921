import { ArgsType, Field, InputType, ObjectType } from 'type-graphql';
import {
  CardHolderType,
  type CardDesignListElement,
  type CardProfileListElement,
} from '../../linkcy/endpoints/card-profiles.js';
import { CardScheme, CardType } from '../../linkcy/endpoints/cards.js';
import { LedgerType } from '../../linkcy/endpoints/ledgers.js';
import { known, type NameOf, wordOf } from '../../linkcy/json/enumeration.js';
import { SortDirection } from '../node/sort-direction.type.js';
import { CardProfileRule } from './card-rule.type.js';
import { ConnectionArgs, connectionOf } from '../../pagination/connection.js';
import { registerEnum } from '../scalars/enum.js';
import { ownWord } from '../scalars/own-word.js';
import { UUID } from '../scalars/text.js';

registerEnum('CardHolderType', CardHolderType, 'Who can have a card of a kind.', {
  CONSUMER: 'Private persons.',
  CORPORATE: 'Companies.',
});

registerEnum('LedgerType', LedgerType, 'Currency and country of a ledger.', {
  EUR_BELGIUM: 'Euros, in Belgium.',
  EUR_FRANCE: 'Euros, in France.',
  EUR_ESTONIA: 'Euros, in Estonia.',
  EUR_LITHUANIA: 'Euros, in Lithuania.',
  EUR_BG: 'Euros, in Bulgaria.',
  USD_USA: 'US dollars, in the USA.',
  GBP_GREAT_BRITAIN: 'Pounds, in Great Britain.',
});

/** What profiles and designs have in common. */
@ObjectType()
abstract class CardKind {
  constructor(protected readonly wire: CardProfileListElement | CardDesignListElement) {}

  @Field(() => UUID, { description: "LinkCy's id of it." })
  get uuid(): string {
    return this.wire.id;
  }

  @Field(() => CardScheme, { description: 'The payment network.' })
  get scheme() {
    return known(CardScheme, this.wire.scheme);
  }

  @Field(() => String, ownWord('scheme'))
  get schemeText(): string {
    return wordOf(this.wire.scheme);
  }

  @Field(() => CardType, { description: 'Physical or virtual.' })
  get cardType() {
    return known(CardType, this.wire.cardType);
  }

  @Field(() => String, ownWord('cardType'))
  get cardTypeText(): string {
    return wordOf(this.wire.cardType);
  }

  @Field(() => CardHolderType, { description: 'Who can have such a card.' })
  get userType() {
    return known(CardHolderType, this.wire.userType);
  }

  @Field(() => String, ownWord('userType'))
  get userTypeText(): string {
    return wordOf(this.wire.userType);
  }

  @Field(() => LedgerType, { description: 'For which ledgers.' })
  get ledgerType() {
    return known(LedgerType, this.wire.ledgerType);
  }

  @Field(() => String, ownWord('ledgerType'))
  get ledgerTypeText(): string {
    return wordOf(this.wire.ledgerType);
  }
}

@ObjectType({ description: 'A kind of card that the partner issues; createCard takes its `uuid` as profileId.' })
export class CardProfileDetails extends CardKind {
  constructor(private readonly profile: CardProfileListElement) {
    super(profile);
  }

  @Field(() => String, { description: 'Its name.' })
  get name(): string {
    return this.profile.name;
  }

  @Field(() => Boolean, { description: 'Whether cards of it can be ordered.' })
  get active(): boolean {
    return this.profile.active;
  }

  @Field(() => UUID, {
    nullable: true,
    description: 'The design: one of `cardDesigns`; null when LinkCy does not say.',
  })
  get designId(): string | null {
    return this.profile.design?.id ?? null;
  }

  @Field(() => UUID, {
    nullable: true,
    description: 'The programme that it belongs to; null when LinkCy does not say.',
  })
  get programId(): string | null {
    return this.profile.program?.id ?? null;
  }

  @Field(() => [CardProfileRule], { description: 'Rules that new cards start with.' })
  get rules(): CardProfileRule[] {
    return (this.profile.rules ?? []).map((rule) => new CardProfileRule(rule));
  }
}

@ObjectType({ description: 'How a card looks.' })
export class CardDesign extends CardKind {
  constructor(private readonly design: CardDesignListElement) {
    super(design);
  }

  @Field(() => String, { description: 'Its name.' })
  get friendlyName(): string {
    return this.design.friendlyName;
  }

  @Field(() => [String], { description: 'Where it is available: countries, ISO 3166-1 alpha-3.' })
  get availableCountries(): readonly string[] {
    return this.design.availableCountries ?? [];
  }
}

@InputType({ description: 'Narrows a list of card profiles. All given conditions must hold.' })
export class CardProfileFilter {
  @Field(() => [CardHolderType], { nullable: true, description: 'For holders of these kinds. UNKNOWN is refused.' })
  userTypes?: NameOf<typeof CardHolderType>[] | null;

  @Field(() => [CardType], { nullable: true, description: 'Physical, virtual or both. UNKNOWN is refused.' })
  cardTypes?: NameOf<typeof CardType>[] | null;

  @Field(() => [LedgerType], { nullable: true, description: 'For these ledgers. UNKNOWN is refused.' })
  ledgerTypes?: NameOf<typeof LedgerType>[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that can be ordered, or only those that cannot.' })
  active?: boolean | null;
}

@InputType({ description: 'Narrows a list of card designs. All given conditions must hold.' })
export class CardDesignFilter {
  @Field(() => CardHolderType, { nullable: true, description: 'For holders of this kind. UNKNOWN is refused.' })
  userType?: NameOf<typeof CardHolderType> | null;

  @Field(() => CardType, { nullable: true, description: 'Physical or virtual. UNKNOWN is refused.' })
  cardType?: NameOf<typeof CardType> | null;

  @Field(() => CardScheme, { nullable: true, description: 'Of this payment network. UNKNOWN is refused.' })
  scheme?: NameOf<typeof CardScheme> | null;

  @Field(() => LedgerType, { nullable: true, description: 'For these ledgers. UNKNOWN is refused.' })
  ledgerType?: NameOf<typeof LedgerType> | null;
}

@ArgsType()
export class CardProfilesArgs extends ConnectionArgs {
  @Field(() => CardProfileFilter, { nullable: true, description: 'Which profiles; all when left out.' })
  filter?: CardProfileFilter | null;

  @Field(() => SortDirection, {
    defaultValue: SortDirection.ASC,
    description: 'Which end of the alphabet comes first.',
  })
  direction!: SortDirection;
}

@ArgsType()
export class CardDesignsArgs extends ConnectionArgs {
  @Field(() => CardDesignFilter, { nullable: true, description: 'Which designs; all when left out.' })
  filter?: CardDesignFilter | null;

  @Field(() => SortDirection, {
    defaultValue: SortDirection.ASC,
    description: 'Which end of the alphabet comes first.',
  })
  direction!: SortDirection;
}

export const { Connection: CardProfileConnection, Edge: CardProfileEdge } = connectionOf(
  () => CardProfileDetails,
  'CardProfile',
);
export const { Connection: CardDesignConnection, Edge: CardDesignEdge } = connectionOf(() => CardDesign, 'CardDesign');
