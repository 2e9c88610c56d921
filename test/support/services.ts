import { LoginAttempts } from '../../src/graph/authentication/login-attempts.js';
import { defaultLimits } from '../../src/config/settings.js';
import type { Services } from '../../src/graph/context.js';
import { createTransport } from '../../src/linkcy/http/transport.js';
import type { TransportAnswer } from '../../src/linkcy/http/message.js';
import { createCursorCodec } from '../../src/pagination/cursor.js';
import { createScaServices } from '../../src/sca/sca-services.js';

/**
 * What a server shares, over a LinkCy whose every answer is remembered: the same question gets the same answer, so that
 * two ways of asking can be compared, and thousands of questions take no time.
 */
export function rememberingServices(linkcyUrl: string): Services {
  const transport = createTransport({ ...defaultLimits, origin: linkcyUrl });
  const answers = new Map<string, Promise<TransportAnswer>>();
  return {
    cursors: createCursorCodec(new Uint8Array(32)),
    sca: createScaServices({ transport, sandbox: true }),
    loginAttempts: new LoginAttempts(defaultLimits),
    transport: {
      options: transport.options,
      isCircuitOpen: false,
      load: { inFlight: 0, queued: 0 },
      send(request) {
        const key = `${request.method} ${request.route.path}${request.search}`;
        const answer = answers.get(key) ?? transport.send(request);
        answers.set(key, answer);
        return answer;
      },
      close: () => transport.close(),
    },
  };
}
