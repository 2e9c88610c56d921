import { demo } from './seed/demo.js';
import { defaultGeneration, generations, isGeneration } from './sca/generation.js';
import { startSimulator } from './simulator.js';

/** The simulator as a program of its own: `npm run simulator`. */
const { SIMULATOR_PORT: text = '4010', SIMULATOR_GENERATION } = process.env;
const port = /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
const generation = SIMULATOR_GENERATION || defaultGeneration;

if (port === undefined) fail(`SIMULATOR_PORT is "${text}", but must be a port number from 0 to 65535`);
else if (!isGeneration(generation)) {
  fail(`SIMULATOR_GENERATION is "${generation}", but must be ${generations.join(' or ')}`);
} else {
  startSimulator({ port, generation, transitionMilliseconds: 1_500 }).then(
    (simulator) => {
      const { url } = simulator;
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => void simulator.close().then(() => process.exit(0)));
      }
      console.log(`The local LinkCy ${generation} listens on ${url}

  partner   ${demo.username} / ${demo.password}  (partnerName ${demo.partnerName})
  consumer  ${demo.consumerPhone} / ${demo.consumerPassword}
  phone     ${url}/device  (where customers approve)

  curl -H "Authorization: Bearer $(curl -s '${url}/simulator/token?plain')" "${url}/api/partner/consumers?pageSize=3"
`);
    },
    (error: unknown) => {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      const reason = error instanceof Error ? error.message : String(error);
      fail(taken ? `port ${port} is in use: set SIMULATOR_PORT to another one` : `SIMULATOR_PORT ${port}: ${reason}`);
    },
  );
}

function fail(line: string): void {
  console.error(`The simulator cannot start: ${line}`);
  process.exitCode = 1;
}
