#!/usr/bin/env -S node --max-semi-space-size=32 --heap-growing-percent=100 --retain-maps-for-n-gc=1000 --no-allocation-site-pretenuring
import { once } from 'node:events';
import { ConfigError, readConfig, type Config } from './config/settings.js';
import { ManifestFiles } from './config/manifest-files.js';
import { renameNotices } from './config/renamed-settings.js';
import { createLog, type Log } from './server/log.js';
import { createServer, type Server } from './server/server.js';
import type { Simulator } from './simulator/simulator.js';

const environment = process.env;

/** The only file with side effects: environment -> configuration -> start -> signals. */
async function main(): Promise<void> {
  const config = readConfig(environment);
  const log = createLog({
    level: config.logLevel,
    form: config.environment === 'production' ? 'json' : 'text',
  });
  for (const notice of renameNotices(environment)) log.event(notice, 'warn');
  // Node would print the error's message, which may contain values.
  process.on('unhandledRejection', (cause) => log.failure(cause));
  process.on('uncaughtException', (cause) => {
    log.failure(cause);
    process.exit(1);
  });
  const simulator = config.linkcyUrl === undefined ? await startLocalLinkcy(config) : undefined;
  const linkcyUrl = config.linkcyUrl ?? simulator?.url ?? '';
  const server = await startApi(config, linkcyUrl, simulator, log);
  announce(config, server, simulator, linkcyUrl);
  const signal = await Promise.race([signalOf('SIGTERM'), signalOf('SIGINT')]);
  log.event('Going down.');
  // Whoever presses Ctrl-C has no load balancer in front.
  await server.close(signal === 'SIGTERM' ? config.limits.drainMilliseconds : 0);
  await simulator?.close();
}

async function signalOf(name: NodeJS.Signals): Promise<NodeJS.Signals> {
  await once(process, name);
  return name;
}

/** What keeps the program from starting, in one line that names the setting. */
class StartError extends Error {}

/** How long cards of the local simulator stay in a status in -ING: long enough to be seen by a person. */
const cardTransitionMilliseconds = 1_500;

async function startLocalLinkcy(config: Config): Promise<Simulator> {
  try {
    // Loaded here: a start against LinkCy itself does without it.
    const { startSimulator } = await import('./simulator/simulator.js');
    const { simulatorPort: port, simulatorGeneration: generation } = config;
    const transitionMilliseconds = cardTransitionMilliseconds;
    return await startSimulator({ port, host: '127.0.0.1', generation, transitionMilliseconds });
  } catch (error) {
    throw listenError(error, 'SIMULATOR_PORT', config.simulatorPort);
  }
}

async function startApi(
  config: Config,
  linkcyUrl: string,
  simulator: Simulator | undefined,
  log: Log,
): Promise<Server> {
  const development = config.environment !== 'production';
  const files = new ManifestFiles(config.trustedDocuments);
  try {
    const server = await createServer({
      ...config,
      ...{ linkcyUrl, development, log },
      probesLinkcy: simulator === undefined,
      trustedDocuments: { mode: config.trustedDocumentsMode, manifest: await files.read() },
      demoToken: development ? simulator?.demoToken() : undefined,
      localLinkcy: simulator && {
        phoneUrl: `${simulator.url}/device`,
        exampleTransfer: () => simulator.exampleTransfer(),
      },
    });
    followManifests(files, server, log);
    return server;
  } catch (error) {
    if (error instanceof Error && error.name === 'RedisSetupError') throw new StartError(error.message);
    const problem = trustedDocumentsProblem(error);
    if (problem !== undefined) throw new StartError(problem);
    throw listenError(error, 'PORT', config.port);
  }
}

function trustedDocumentsProblem(error: unknown): string | undefined {
  const isProblem = error instanceof Error && ['ManifestError', 'ManifestFileError'].includes(error.name);
  return isProblem ? `TRUSTED_DOCUMENTS ${error.message}.` : undefined;
}

/** Reads the manifests again when a file has changed, and at SIGHUP. What is wrong then is said, and changes nothing. */
function followManifests(files: ManifestFiles, server: Server, log: Log): void {
  const readAgain = async () => {
    try {
      server.trustDocuments(await files.read());
      log.event('The trusted documents were read again.');
    } catch (error) {
      log.event(
        `${trustedDocumentsProblem(error) ?? 'TRUSTED_DOCUMENTS cannot be read.'} Those of before stay.`,
        'warn',
      );
    }
  };
  process.on('SIGHUP', () => void readAgain());
  const look = async () => {
    if (await files.haveChanged()) await readAgain();
  };
  setInterval(() => void look(), manifestMilliseconds).unref();
}

/** How often it is looked whether a manifest has changed. */
const manifestMilliseconds = 5_000;

function listenError(error: unknown, setting: 'PORT' | 'SIMULATOR_PORT', port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new StartError(`${setting}: port ${port} is in use. Choose another, or 0 for any.`);
  if (code === 'EACCES') return new StartError(`${setting}: port ${port} needs rights that this user does not have.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new StartError('HOST: not an address of this machine.');
  return error;
}

function announce(config: Config, server: Server, simulator: Simulator | undefined, linkcyUrl: string): void {
  const development = config.environment !== 'production';
  const lines = [
    `GraphQL     ${server.url}`,
    ...(config.explorer ? [`Explorer    ${server.explorerUrl} in a browser`] : []),
    simulator ? `LinkCy      ${linkcyUrl} (the local simulator)` : `LinkCy      ${linkcyUrl}`,
    ...(simulator ? [`Phone       ${linkcyUrl}/device approves and declines, as a customer would`] : []),
    ...(simulator && development ? ['', 'Try it:', tryIt(server.url)] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function tryIt(url: string): string {
  const query =
    '{ consumers(first: 3) { totalCount nodes { firstName lastName ledgers(first: 1) { nodes { iban availableAmount { value currency } } } } } }';
  return `curl -s ${url} -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}

/** `linkcy-graphql probe`: the guided check, instead of the server. */
async function probe(): Promise<number> {
  const config = readConfig(environment);
  const { Probe } = await import('./probe/probe.js');
  const { Terminal } = await import('./probe/terminal.js');
  const check = new Probe(config, environment.LINKCY_TOKEN?.trim(), new Terminal(process.stdin, process.stdout));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.stdout.write(`\nStopped. ${check.leftBehind ?? 'Nothing was left changed.'}\n`);
      process.exit(130);
    });
  }
  return (await check.run()) ? 0 : 1;
}

const program = process.argv[2] === 'probe' ? probe() : main();
program.then(
  (code) => process.exit(code ?? 0),
  (error: unknown) => {
    const expected = error instanceof ConfigError || error instanceof StartError;
    process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
