import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';

type ServeStream = (
  input: AsyncIterable<Buffer>,
  output: Writable,
  answer: (line: string) => string | null,
  limit?: number,
) => Promise<void>;

const { serveStream } = (await import(`${import.meta.dirname}/serve-stream.mjs`)) as {
  serveStream: ServeStream;
};

async function* inChunks(...chunks: readonly (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) {
    yield await Promise.resolve(Buffer.from(chunk));
  }
}

/** Takes everything, one write after the other, and says when it does. */
class Slow extends Writable {
  readonly written: string[] = [];

  constructor() {
    super({ highWaterMark: 1 });
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.written.push(chunk.toString());
    setImmediate(done);
  }
}

async function served(input: AsyncIterable<Buffer>, limit?: number): Promise<readonly string[]> {
  const output = new Slow();
  await serveStream(input, output, (line) => (line.trim() === '' ? null : `<${line}>`), limit);
  return output.written.join('').split('\n').slice(0, -1);
}

describe('lines in, lines out', () => {
  it.each<[string, readonly (string | Buffer)[], readonly string[]]>([
    ['whole lines', ['a\nb\n'], ['<a>', '<b>']],
    ['a last line without an end', ['a\nb'], ['<a>', '<b>']],
    ['a line over several chunks', ['a', 'b', 'c\nd', '\n'], ['<abc>', '<d>']],
    ['a blank line between', ['a\n\nb\n'], ['<a>', '<b>']],
    ['nothing', [], []],
    ['empty chunks', ['', 'a\n', ''], ['<a>']],
    ['a character cut in two', [Buffer.from('é\n').subarray(0, 1), Buffer.from('é\n').subarray(1)], ['<é>']],
    ['a byte order mark', ['\uFEFFa\n'], ['<a>']],
    ['a carriage return, left to the line', ['a\r\n'], ['<a\r>']],
    ['half a character at the end', [Buffer.from('aé').subarray(0, 2)], ['<a\uFFFD>']],
  ])('%s', async (_, chunks, answers) => {
    expect(await served(inChunks(...chunks))).toEqual(answers);
  });

  it('answers a line over the limit with a problem and goes on behind it', async () => {
    const answers = await served(inChunks('abc', 'def\nx\nabcdefg\n', 'abcd\n', 'abcde'), 4);
    const problems = answers.map((answer) =>
      answer.startsWith('{') ? (JSON.parse(answer) as object) : answer,
    );
    const tooLong = {
      id: null,
      problem: { code: 'request.tooLong', detail: 'A request line has at most 4 characters.', path: '' },
    };
    expect(problems).toEqual([tooLong, '<x>', tooLong, '<abcd>', tooLong]);
  });

  it('answers what has arrived before it waits for more', async () => {
    const output = new Slow();
    let answeredFirst = false;
    async function* asking(): AsyncGenerator<Buffer> {
      yield Buffer.from('a\n');
      answeredFirst = output.written.join('') === '<a>\n';
      yield await Promise.resolve(Buffer.from('b\n'));
    }
    await serveStream(asking(), output, (line) => `<${line}>`);
    expect([answeredFirst, output.written.join('')]).toEqual([true, '<a>\n<b>\n']);
  });

  it('reads no further while nobody takes the answers', async () => {
    let read = 0;
    const output = new Writable({ highWaterMark: 1, write: () => undefined });
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        read += 1;
        yield await Promise.resolve(Buffer.from('a\n'));
      }
    }
    const serving = serveStream(endless(), output, (line) => line);
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(read).toBe(1);
    output.destroy(Object.assign(new Error('closed'), { code: 'EPIPE' }));
    await serving;
  });

  it('ends in peace when the reader of the answers leaves', async () => {
    const output = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('closed'), { code: 'EPIPE' })),
    });
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        yield Buffer.from('a\n');
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    await expect(serveStream(endless(), output, (line) => line)).resolves.toBeUndefined();
  });
});
