import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { settings } from '../../src/config/settings.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const { scripts, engines } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};

interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** Its stages, each from its FROM on. */
const stages: Instruction[][] = [];
for (const line of read('.docker/Dockerfile')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')) {
  const [, name = '', text = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
  if (name === 'FROM') stages.push([]);
  if (name !== '') stages.at(-1)?.push({ name, text });
}
const [build = [], run = []] = stages;
const textsOf = (stage: readonly Instruction[], name: string) =>
  stage.filter((instruction) => instruction.name === name).map(({ text }) => text);
/** What is copied from the sources, or from the first stage. */
const copiesOf = (stage: readonly Instruction[], from: 'sources' | 'build') =>
  textsOf(stage, 'COPY')
    .filter((text) => text.startsWith('--from=build ') === (from === 'build'))
    .map((text) => text.replace('--from=build ', '').split(' '));

/** There is no container engine where the tests run: what it would do is read. */
describe('the container file', () => {
  test('has two stages, of which the second has no tools, and is run by nobody who may more', () => {
    expect(stages).toHaveLength(2);
    expect(textsOf(run, 'RUN')).toEqual([]);
    expect(textsOf(run, 'USER')).toEqual(['node']);
    expect(textsOf(run, 'ENV').join(' ')).toContain('NODE_ENV=production');
    for (const stage of stages) {
      const [, version = ''] = /^node:(\d+)-/.exec(textsOf(stage, 'FROM')[0] ?? '') ?? [];
      expect(Number(version)).toBeGreaterThanOrEqual(22);
      expect(engines.node).toContain('>=22');
    }
  });

  test('copies what there is, and what is let into the build', () => {
    const sources = stages.flatMap((stage) => copiesOf(stage, 'sources')).flatMap((copy) => copy.slice(0, -1));
    expect(sources.length).toBeGreaterThan(7);
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const letIn = read('.docker/Dockerfile.dockerignore').trim().split('\n');
    expect(letIn[0]).toBe('*');
    expect([...new Set(sources)].sort().filter((path) => !letIn.includes(`!${path.replace(/^\.\//, '')}`))).toEqual([]);
  });

  test('builds with scripts that there are, and takes over what they make', () => {
    const commands = textsOf(build, 'RUN').join(' && ');
    const used = [...commands.matchAll(/npm run (\S+)/g)].map(([, name = '']) => name);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => scripts[name] === undefined)).toEqual([]);
    for (const [from = '', to = ''] of copiesOf(run, 'build')) {
      expect(from).toBe(`/build/${to}`);
      expect(existsSync(join(root, to))).toBe(true);
    }
  });

  test('starts as npm start does', () => {
    const [command = ''] = textsOf(run, 'CMD');
    expect((JSON.parse(command) as string[]).join(' ')).toBe(scripts.start);
    expect(copiesOf(run, 'build').map(([, to]) => to)).toContain(scripts.start?.split(' ').at(-1));
  });

  test('sets settings that there are, and asks at the port that it sets whether it is well', () => {
    const set = textsOf(run, 'ENV').flatMap((text) => text.split(' ').map((pair) => pair.split('=')));
    expect(set.filter(([name = '']) => settings[name] === undefined)).toEqual([]);
    const valueOf = (name: string) => set.find(([one]) => one === name)?.[1] ?? '';
    expect(textsOf(run, 'EXPOSE')).toEqual([`${valueOf('PORT')} ${valueOf('MANAGEMENT_PORT')}`]);
    expect(textsOf(run, 'HEALTHCHECK')).toEqual([expect.stringMatching(/MANAGEMENT_PORT \+ '\/health'/)]);
  });

  test('has a page that names settings that there are', () => {
    const names = [...read('.docker/README.md').matchAll(/\b[A-Z]+_[A-Z_]+\b/g)].map(([name]) => name);
    const isKnown = (name: string) =>
      settings[name] !== undefined || settings[name.replace(/_FILE$/, '')]?.isSecret || name === 'NODE_OPTIONS';
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !isKnown(name))).toEqual([]);
  });
});
