import { httpSettings } from './http.js';
import { linkcyConnectionProblems, linkcyConnectionSettings, proxyFor } from './linkcy-connection.js';
import { contradictions, limitSettings, type Limits } from './limits.js';
import { sharedStoreProblems, sharedStoreSettings } from './shared-store.js';
import {
  flag,
  linkcyAddress,
  notEmpty,
  oneOf,
  optionalFlag,
  paths,
  port,
  setting,
  valuesOf,
  type EnvironmentVariables,
  type Setting,
  type ValuesOf,
} from './setting.js';

const environments = ['development', 'production', 'test'] as const;
export type Environment = (typeof environments)[number];
const trustedDocumentModes = ['off', 'log', 'enforce'] as const;
const approvalsModes = ['auto', 'replay', 'observe'] as const;
const logLevels = ['info', 'warn', 'error', 'silent'] as const;

/** The settings that are no limits, by the name of their value. */
const generalSettings = {
  port: setting('PORT', '4000', 'port of the API; 0 takes any free one', port),
  host: setting('HOST', '127.0.0.1', 'address that the API listens on', notEmpty),
  managementPort: setting(
    'MANAGEMENT_PORT',
    '',
    'port that serves /health, /ready and /metrics instead of PORT; 0 takes any free one; empty: PORT serves them',
    (text) => (text === '' ? undefined : port(text)),
  ),
  linkcyUrl: setting(
    'LINKCY_URL',
    '',
    'address of LinkCy, such as that of its sandbox; simulator, or empty outside production: the local simulator',
    linkcyAddress,
  ),
  ...linkcyConnectionSettings,
  simulatorPort: setting('SIMULATOR_PORT', '4010', 'port of the local simulator; 0 takes any free one', port),
  simulatorGeneration: setting(
    'SIMULATOR_GENERATION',
    '',
    'version of LinkCy that the local simulator plays, 1.78 or 1.114; empty: its own default',
    (text) => (text === '' ? undefined : oneOf(['1.78', '1.114'])(text)),
  ),
  environment: setting('NODE_ENV', 'development', 'development, production or test', oneOf(environments)),
  sandbox: optionalFlag('LINKCY_SANDBOX', 'true when LinkCy is a sandbox; empty: only the local simulator is one'),
  approvals: setting(
    'LINKCY_APPROVALS',
    'auto',
    'how approved operations are finished. observe: LinkCy executes them itself (1.114); replay: they are sent again (1.78); auto: detected from its responses',
    oneOf(approvalsModes),
  ),
  introspection: optionalFlag('INTROSPECTION', 'whether clients may introspect the schema; empty: not in production'),
  explorer: optionalFlag('EXPLORER', 'whether the explorer page is served; empty: not in production'),
  suggestions: optionalFlag('SUGGESTIONS', 'whether errors suggest names of the schema; empty: not in production'),
  trustedDocuments: setting(
    'TRUSTED_DOCUMENTS',
    '',
    'manifests of trusted documents, files or folders separated by commas, as GraphQL Code Generator, Apollo or Relay writes them',
    paths,
  ),
  trustedDocumentsMode: setting(
    'TRUSTED_DOCUMENTS_MODE',
    'off',
    'off; log: mark other documents in the log; enforce: reject them on every transport',
    oneOf(trustedDocumentModes),
  ),
  ...httpSettings,
  compiling: setting(
    'COMPILED_QUERIES',
    'repeated',
    'repeated: repeated queries are compiled to JavaScript; none: no query is',
    oneOf(['repeated', 'none'] as const),
  ),
  metrics: flag('METRICS', 'whether GET /metrics serves metrics to Prometheus'),
  ...sharedStoreSettings,
  logLevel: setting('LOG_LEVEL', 'info', 'lowest level that is logged: info, warn, error or silent', oneOf(logLevels)),
} as const;

/** The configuration, read from environment variables once at start. */
export interface Config extends Omit<ValuesOf<typeof generalSettings>, 'linkcyUrl' | 'sandbox' | Development> {
  /** Undefined: the local simulator. */
  readonly linkcyUrl: string | undefined;
  /** The proxy for linkcyUrl, after HTTPS_PROXY and NO_PROXY. */
  readonly linkcyProxy: string | undefined;
  /** Whether LinkCy is its sandbox or the simulator: sandbox-only operations and BY_PASS are allowed. */
  readonly sandbox: boolean;
  readonly introspection: boolean;
  readonly explorer: boolean;
  readonly suggestions: boolean;
  readonly limits: Limits;
}

type Development = 'introspection' | 'explorer' | 'suggestions';

/** All settings by the name of their environment variable. A test compares this table with the README. */
export const settings: Readonly<Record<string, Setting<unknown>>> = Object.fromEntries(
  [generalSettings, limitSettings].flatMap((table) => Object.values(table)).map((one) => [one.name, one]),
);

/** The environment is invalid. The message has one line for each problem. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** Reads the configuration. Throws a ConfigError that names every invalid setting. */
export function readConfig(variables: EnvironmentVariables): Config {
  const problems: string[] = [];
  const general = valuesOf(generalSettings, variables, problems);
  const limits = valuesOf(limitSettings, variables, problems);
  if (/log|enforce/.test(general.trustedDocumentsMode) && general.trustedDocuments.length === 0) {
    problems.push('TRUSTED_DOCUMENTS must be set where TRUSTED_DOCUMENTS_MODE is log or enforce');
  }
  if (general.environment === 'production' && !variables.LINKCY_URL?.trim()) {
    problems.push('LINKCY_URL must be set in production; "simulator" selects the local simulator');
  }
  const linkcyUrl = general.linkcyUrl === 'simulator' ? undefined : general.linkcyUrl;
  problems.push(...contradictions(limits));
  if (problems.length === 0) {
    problems.push(...sharedStoreProblems(general), ...linkcyConnectionProblems(linkcyUrl, general));
  }
  if (general.managementPort !== undefined && general.managementPort === general.port && general.port !== 0) {
    problems.push('MANAGEMENT_PORT must be another port than PORT');
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const development = general.environment !== 'production';
  const linkcyProxy = proxyFor(linkcyUrl, general);
  const { sandbox = linkcyUrl === undefined } = general;
  const { introspection = development, explorer = development, suggestions = development } = general;
  return { ...general, linkcyUrl, linkcyProxy, sandbox, introspection, explorer, suggestions, limits };
}

/** The limits when nothing is set. */
export const defaultLimits: Limits = valuesOf(limitSettings, {}, []);
