/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Explore {\n  consumers(first: 3) {\n    totalCount\n    nodes {\n      lastName\n      ledgers(first: 2) {\n        nodes {\n          iban\n          availableAmount {\n            value\n            currency\n          }\n          cards(first: 5) {\n            nodes {\n              truncatedPan\n              status\n            }\n          }\n        }\n      }\n      transactions(first: 5) {\n        nodes {\n          __typename\n          amount {\n            value\n            currency\n          }\n          ... on CardTransaction {\n            merchant {\n              name\n            }\n            card: sender {\n              card {\n                nameOnCard\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}": typeof types.ExploreDocument,
};
const documents: Documents = {
    "query Explore {\n  consumers(first: 3) {\n    totalCount\n    nodes {\n      lastName\n      ledgers(first: 2) {\n        nodes {\n          iban\n          availableAmount {\n            value\n            currency\n          }\n          cards(first: 5) {\n            nodes {\n              truncatedPan\n              status\n            }\n          }\n        }\n      }\n      transactions(first: 5) {\n        nodes {\n          __typename\n          amount {\n            value\n            currency\n          }\n          ... on CardTransaction {\n            merchant {\n              name\n            }\n            card: sender {\n              card {\n                nameOnCard\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}": types.ExploreDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Explore {\n  consumers(first: 3) {\n    totalCount\n    nodes {\n      lastName\n      ledgers(first: 2) {\n        nodes {\n          iban\n          availableAmount {\n            value\n            currency\n          }\n          cards(first: 5) {\n            nodes {\n              truncatedPan\n              status\n            }\n          }\n        }\n      }\n      transactions(first: 5) {\n        nodes {\n          __typename\n          amount {\n            value\n            currency\n          }\n          ... on CardTransaction {\n            merchant {\n              name\n            }\n            card: sender {\n              card {\n                nameOnCard\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').ExploreDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
