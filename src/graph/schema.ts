// type-graphql's decorators need it, so it must come before any of them.
import 'reflect-metadata';
import { specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { AuthenticationMutations } from './authentication/authentication.mutations.js';
import { ViewerResolver, VerifyPhonePayloadResolver } from './authentication/viewer.resolver.js';
import { TermsResolver } from './authentication/terms.resolver.js';
import { BeneficiaryMutations } from './beneficiaries/beneficiary.mutations.js';
import { BeneficiaryResolver } from './beneficiaries/beneficiary.resolver.js';
import { CardMutations } from './cards/card.mutations.js';
import { CardRuleMutations } from './cards/card-rule.mutations.js';
import { CardProfileResolver } from './cards/card-profile.resolver.js';
import { CardResolver } from './cards/card.resolver.js';
import { CardSecretMutations } from './cards/card-secret.mutations.js';
import { ConsumerDetailsResolver, EmailResolver, KycInfoResolver } from './consumers/consumer-details.resolver.js';
import { ConsumerMutations } from './consumers/consumer.mutations.js';
import { ConsumerResolver } from './consumers/consumer.resolver.js';
import { ScaDeviceMutations } from './sca-devices/sca-device.mutations.js';
import { resolveFieldsDirectly } from '../execution/unwrap-type-graphql.js';
import { LedgerDocumentResolver } from './ledgers/ledger-document.resolver.js';
import { LedgerMutations } from './ledgers/ledger.mutations.js';
import { LedgerResolver } from './ledgers/ledger.resolver.js';
import { MandateMutations } from './mandates/mandate.mutations.js';
import { MandateDebtorResolver, MandateResolver } from './mandates/mandate.resolver.js';
import { markMutations, semanticNonNull } from './node/semantic-non-null.js';
import { NodeResolver } from './node/node.resolver.js';
import { KycResolver } from './kyc/kyc.resolver.js';
import { OnboardingMutations } from './kyc/onboarding.mutations.js';
import { SandboxMutations } from './sandbox/sandbox.mutations.js';
import { SandboxResolver, SimulateCardPaymentPayloadResolver } from './sandbox/sandbox.resolver.js';
import { noteOutcomes } from './sca/noted-outcome.js';
import { ScaResolver } from './sca/sca.resolver.js';
import { TransactionPartyResolver } from './transactions/transaction-party.resolver.js';
import { CardTransactionResolver, TransactionResolver } from './transactions/transaction.resolver.js';
import {
  AcquiringTransaction,
  InterLedgerTransaction,
  OtherTransaction,
  SepaTransaction,
  UkTransaction,
} from './transactions/transaction-variants.type.js';
import { TransferMutations } from './transactions/transfer.mutations.js';

/** Every resolver of the graph: the table of contents. */
const resolvers: NonEmptyArray<Function> = [
  NodeResolver,
  ConsumerResolver,
  ConsumerDetailsResolver,
  EmailResolver,
  KycInfoResolver,
  LedgerResolver,
  CardResolver,
  BeneficiaryResolver,
  TransactionResolver,
  CardTransactionResolver,
  TransactionPartyResolver,
  ConsumerMutations,
  CardMutations,
  BeneficiaryMutations,
  TransferMutations,
  ScaResolver,
  TermsResolver,
  ViewerResolver,
  VerifyPhonePayloadResolver,
  AuthenticationMutations,
  LedgerMutations,
  LedgerDocumentResolver,
  MandateResolver,
  MandateDebtorResolver,
  MandateMutations,
  CardProfileResolver,
  CardRuleMutations,
  ScaDeviceMutations,
  CardSecretMutations,
  KycResolver,
  OnboardingMutations,
];

const sandboxResolvers = [SandboxResolver, SandboxMutations, SimulateCardPaymentPayloadResolver];

/** Types that no field names: they are reached through the interface Transaction only. */
const orphanedTypes = [InterLedgerTransaction, SepaTransaction, UkTransaction, AcquiringTransaction, OtherTransaction];

/**
 * The graph. With a LinkCy that is no sandbox, the fields that only a sandbox has do not exist: a client that asks for
 * them is told so before anything is sent. The committed schema documents all of them, so that the typed documents of
 * clients, which are mostly developed against a sandbox, know them too.
 */
export function createSchema({ sandbox = true }: { readonly sandbox?: boolean } = {}): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: sandbox ? [...resolvers, ...sandboxResolvers] : resolvers,
    orphanedTypes,
    directives: [...specifiedDirectives, semanticNonNull],
    // Arguments of queries are checked where they are used, inputs of mutations as data (problems/); type-graphql's own
    // validation errors would carry the whole input back to the client.
    validate: false,
    // It is checked by the tests; at every start it would take a tenth of the time.
    skipCheck: true,
    // The one subscription has a source of its own; type-graphql wants a pub/sub all the same.
    pubSub: { publish: () => undefined, subscribe: () => nothing() },
  });
  describeRoots(schema);
  markMutations(schema);
  noteOutcomes(schema);
  return resolveFieldsDirectly(schema);
}

/** type-graphql makes the root types of all resolvers together, and has no place for what they are. */
function describeRoots(schema: GraphQLSchema): void {
  schema.description =
    'Consumers, ledgers, cards, beneficiaries and transactions of LinkCy as one graph. A field that fails is ' +
    'null and has an entry in `errors`; the fields beside it are unaffected. Amounts are exact decimal text, and ' +
    "dates are text as LinkCy writes them. An enum value that this API does not know is UNKNOWN, and LinkCy's " +
    'own word is in the field whose name ends in Text.';
  const [query, mutation, subscription] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  if (query) {
    query.description =
      'Reads: objects by id (null when there is none, or it is not the caller’s), and lists as connections.';
  }
  if (mutation) {
    mutation.description =
      'Changes. Each mutation returns a union: its payload, ScaPending when the user must approve first, or a ' +
      'Problem. LinkCy decides which operations need an approval and how it refuses them, and may change that ' +
      'without notice, so every union lists all outcomes and a client must handle each.';
  }
  if (subscription) subscription.description = 'Events to wait for, over a WebSocket or server-sent events.';
}

async function* nothing(): AsyncGenerator<never> {}
