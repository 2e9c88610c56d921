/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The life of a card. The values in -ING mean that LinkCy is at it: ask again for the outcome. */
export type CardStatus =
  /** Being activated for the first time. */
  | 'ACTIVATING'
  /** In use. */
  | 'ACTIVE'
  /** Made (and sent, if physical); the holder must activate it. */
  | 'AWAITING_ACTIVATION'
  /** Closed for good. */
  | 'CLOSED'
  /** Being closed. */
  | 'CLOSING'
  /** Being made. */
  | 'CREATING'
  /** Past its expiry date. */
  | 'EXPIRED'
  /** Could not be made. */
  | 'FAILED'
  /** Being activated again after a suspension. */
  | 'REACTIVATING'
  /** Blocked for the time being; `activateCard` takes it back. */
  | 'SUSPENDED'
  /** Being suspended. */
  | 'SUSPENDING'
  /** A value that this API does not know yet. */
  | 'UNKNOWN';

export type ExploreQueryVariables = Exact<{ [key: string]: never; }>;


export type ExploreQuery = { consumers: { totalCount: number, nodes: Array<{ lastName: string | null, ledgers: { nodes: Array<{ iban: string | null, availableAmount: { value: string, currency: string } | null, cards: { nodes: Array<{ truncatedPan: string | null, status: CardStatus }> } }> }, transactions: { nodes: Array<
          | { __typename: 'AcquiringTransaction', amount: { value: string, currency: string } }
          | { __typename: 'CardTransaction', merchant: { name: string }, card: { card: { nameOnCard: string | null } | null } | null, amount: { value: string, currency: string } }
          | { __typename: 'InterLedgerTransaction', amount: { value: string, currency: string } }
          | { __typename: 'OtherTransaction', amount: { value: string, currency: string } }
          | { __typename: 'SepaTransaction', amount: { value: string, currency: string } }
          | { __typename: 'UkTransaction', amount: { value: string, currency: string } }
        > } }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ExploreDocument = new TypedDocumentString(`
    query Explore {
  consumers(first: 3) {
    totalCount
    nodes {
      lastName
      ledgers(first: 2) {
        nodes {
          iban
          availableAmount {
            value
            currency
          }
          cards(first: 5) {
            nodes {
              truncatedPan
              status
            }
          }
        }
      }
      transactions(first: 5) {
        nodes {
          __typename
          amount {
            value
            currency
          }
          ... on CardTransaction {
            merchant {
              name
            }
            card: sender {
              card {
                nameOnCard
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExploreQuery, ExploreQueryVariables>;