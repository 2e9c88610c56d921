import { Writable } from 'node:stream';

/** Takes what a log writes, line by line. */
export function lines<Line>(): { readonly output: Writable; readonly written: Line[]; readonly text: () => string } {
  const written: Line[] = [];
  let text = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      for (const line of chunk.toString().split('\n')) if (line.startsWith('{')) written.push(JSON.parse(line) as Line);
      done();
    },
  });
  return { output, written, text: () => text };
}
