/**
 * Lines in, lines out, in order and with backpressure: reading waits while the reader of the answers does.
 */
import { once } from 'node:events';

/** A line longer than this is answered with a problem instead of being held in memory. */
export const longestLine = 64 * 1024 * 1024;
const answerAtOnce = 64 * 1024;

/**
 * @param {AsyncIterable<Buffer>} input UTF-8, with or without byte order mark, lines ended by LF or CRLF
 * @param {import('node:stream').Writable} output
 * @param {(line: string) => string | null} answer null where a line asks for no answer
 * @param {number} [limit] of a line, in characters
 */
export async function serveStream(input, output, answer, limit = longestLine) {
  const closed = whenClosed(output);
  const send = async (/** @type {string} */ text) => {
    if (!output.write(text)) await Promise.race([once(output, 'drain'), closed.promise]);
  };
  for await (const lines of linesOf(input, limit)) {
    let answers = '';
    for (const line of lines) {
      if (closed.is()) return;
      const answered = line === tooLong ? tooLongAnswer(limit) : answer(line);
      if (answered !== null) answers += `${answered}\n`;
      if (answers.length >= answerAtOnce) {
        await send(answers);
        answers = '';
      }
    }
    // Everything that has arrived is answered before more is read.
    if (answers !== '') await send(answers);
  }
}

const tooLong = Symbol('a line over the limit');

/**
 * @param {AsyncIterable<Buffer>} input
 * @param {number} limit
 * @returns {AsyncGenerator<readonly (string | typeof tooLong)[]>} the lines that each chunk of the input ends
 */
async function* linesOf(input, limit) {
  const decoder = new TextDecoder('utf-8');
  /** @type {string[]} */
  let parts = [];
  let length = 0;
  let skipping = false;
  for await (const chunk of input) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n');
    const lines = [];
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        lines.push(skipping ? tooLong : parts.join(''));
        parts = [];
        length = 0;
        skipping = false;
      }
      length += piece.length;
      if (length > limit) {
        skipping = true;
        parts = [];
      } else {
        parts.push(piece);
      }
    }
    yield lines;
  }
  const rest = parts.join('') + decoder.decode();
  if (skipping || rest !== '') yield [skipping ? tooLong : rest];
}

/** @param {number} limit */
function tooLongAnswer(limit) {
  const detail = `A request line has at most ${limit} characters.`;
  return JSON.stringify({ id: null, problem: { code: 'request.tooLong', detail, path: '' } });
}

/**
 * Who stops reading the answers (`| head`) ends the work without an error.
 * @param {import('node:stream').Writable} output
 */
function whenClosed(output) {
  let is = false;
  const promise = new Promise((resolve, reject) => {
    output.once('error', (error) => {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EPIPE') {
        is = true;
        resolve(undefined);
      } else {
        reject(error);
      }
    });
  });
  return { promise, is: () => is };
}
