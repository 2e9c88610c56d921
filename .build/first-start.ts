import { ConfigError, readConfig } from '../src/config/settings.js';

/** Builds what `npm start` runs. A wrong setting is told before. */
try {
  readConfig(process.env);
  process.stderr.write('Building the program …');
  const begin = performance.now();
  await Promise.all([import('./explorer.js'), import('./bundle.js')]);
  process.stderr.write(` done in ${((performance.now() - begin) / 1_000).toFixed(1)} s.\n`);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
