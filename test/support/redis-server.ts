import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

/** A redis-server of a test's own: own port, own directory, nothing saved unless the arguments say so. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** A plain connection, to look at what is really there. */
  readonly look: Redis;
  /** Kills the process, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again at the same place. */
  start(): Promise<void>;
  /** Lets the process stand still; connections stay open and nothing is answered. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

export interface RedisServerOptions {
  readonly password?: string;
  /** Further arguments of redis-server. */
  readonly arguments?: readonly string[];
}

export async function startRedis(options: RedisServerOptions = {}): Promise<RedisServer> {
  const directory = mkdtempSync(join(tmpdir(), 'linkcy-redis-'));
  const port = await freePort();
  const password = options.password ?? '';
  const url = `redis://${password === '' ? '' : `:${password}@`}127.0.0.1:${port}`;
  const parameters = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--save', ''];
  if (password !== '') parameters.push('--requirepass', password);
  parameters.push(...(options.arguments ?? []));
  let running: ChildProcess | undefined;
  const look = new Redis(url, { lazyConnect: true, disableClientInfo: true, retryStrategy: () => 20 });
  look.on('error', () => {});

  const killAtExit = () => void running?.kill('SIGKILL');
  process.once('exit', killAtExit);
  const server: RedisServer = {
    url,
    port,
    look,
    async start() {
      const started = spawn('redis-server', parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
      running = started;
      await new Promise<void>((resolve, reject) => {
        let output = '';
        started.stdout.on('data', (data: Buffer) => {
          output += data.toString();
          if (output.includes('Ready to accept connections')) resolve();
        });
        started.once('exit', () => reject(new Error(`redis-server has ended:\n${output}`)));
      });
    },
    async kill() {
      await end(running, 'SIGKILL');
      running = undefined;
    },
    pause: () => void running?.kill('SIGSTOP'),
    resume: () => void running?.kill('SIGCONT'),
    async stop() {
      look.disconnect();
      await server.kill();
      process.off('exit', killAtExit);
      rmSync(directory, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}
