import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'test/support/graphql/',
      'test/clients/relay/generated/',
      // Made of packages that only the benchmark installs, without which their types are unknown.
      'test/bench/contestants/',
    ],
  },
  {
    files: ['**/*.{ts,js,mjs}'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './test/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // type-graphql takes a list of classes, whose only common type is Function.
      '@typescript-eslint/no-unsafe-function-type': 'off',
      // Handlers are async by contract even where they have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // What a signature or a destructuring demands and nobody needs begins with "_".
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // Answers of the API under test are whatever they are; expectations check them.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [typescript.configs.disableTypeChecked],
  },
  {
    files: ['**/*.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: {
        graphQLConfig: { schema: 'schema/schema.graphql', documents: 'schema/operations/**/*.graphql' },
      },
    },
  },
  {
    files: ['schema/schema.graphql'],
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // The recommended rule asks for it at types and root fields; here everything has a description that a client sees.
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
        },
      ],
      '@graphql-eslint/strict-id-in-types': [
        'error',
        {
          exceptions: {
            suffixes: [
              // A payload is told once: its id, where it has one, is that of the object beside it. A list and its rows are
              // places, no objects.
              ...['Payload', 'Connection', 'Edge'],
            ],
            types: [
              // Answers of a mutation in place of a payload: told once, and nothing to come back to.
              ...['Conflict', 'Forbidden', 'InvalidInput', 'FieldProblem', 'NotFound', 'OutcomeUnknown'],
              ...['ScaRefused', 'UpstreamUnavailable', 'PasswordChangeRequired', 'ScaPending', 'ScaSignatureRequired'],
              // Values: parts of the object that they belong to, which LinkCy gives no id.
              ...['Address', 'CardDelivery', 'CardProfileDetails', 'CardProfileRule', 'CardRule', 'ConsumerStatus'],
              ...['BankingStatus', 'ComplianceStatus', 'ConsumerKycStatus', 'LinkcyStatus', 'SuspensionStatus'],
              ...[
                'CardTransactionDetails',
                'DocumentLink',
                'Email',
                'FinancialInformation',
                'KycInfo',
                'MandateDebtor',
              ],
              ...['Money', 'PageInfo', 'Phone', 'TermsAndConditions', 'TransactionParty'],
              // Whoever asks: there is one for a caller, and only `viewer` leads to it.
              'Viewer',
              // Its id is the card network's: several merchants may share one, and most have none.
              'Merchant',
              // LinkCy has no operation that gives one of these by its id alone; their key is `uuid`, or `scaId`.
              ...['CardDesign', 'CardProfile', 'ScaDevice', 'ScaOperation'],
              // Identified by a person and a time, kept for the record, and asked for by `uuid` with a field of its own.
              'KycApplication',
            ],
          },
        },
      ],
      '@graphql-eslint/relay-edge-types': [
        'error',
        {
          withEdgeSuffix: true,
          // Rows of card designs, card profiles and KYC applications have no opaque id, for the reasons above.
          shouldImplementNode: false,
          // Connections have `nodes` as well, and short lists that LinkCy never pages, such as a card's rules, are lists.
          listTypeCanWrapOnlyEdgeType: false,
        },
      ],
    },
  },
  {
    files: ['schema/operations/**/*.graphql'],
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      // Whoever copies an operation shall know what it is for.
      '@graphql-eslint/require-description': ['error', { OperationDefinition: true }],
    },
  },
);
