import { describe, expect, it } from '@jest/globals';
import { endCommands, endCommandsOf, findCommand, lastLines, run } from './commands.mjs';

describe('run', () => {
  it('keeps what a failing command prints', async () => {
    const outcome = await run(process.execPath, [
      '--eval',
      'console.log(1); console.error(2); process.exit(3)',
    ]);
    expect(outcome.status).toBe(3);
    expect(outcome.output.split('\n').sort().join('')).toBe('12');
  });

  it('rejects for a command that is not there', async () => {
    await expect(run('/no/such/command', [])).rejects.toThrow('ENOENT');
  });

  it('is ended by endCommands', async () => {
    const running = run(process.execPath, ['--eval', 'setInterval(() => undefined, 1000)']);
    endCommands();
    expect((await running).status).toBe(1);
  });
});

describe('endCommandsOf', () => {
  it('ends also what the work begins after it was told to stop', async () => {
    const endless = ['--eval', 'setInterval(() => undefined, 1000)'];
    const work = run(process.execPath, endless).then(() => run(process.execPath, endless));
    await endCommandsOf(work);
    expect((await work).status).toBe(1);
  });
});

describe('findCommand', () => {
  it('finds an executable on the path, and nothing else', () => {
    expect(findCommand('sh', '/nowhere:/bin')).toBe('/bin/sh');
    expect(findCommand('no-such-command', '/bin')).toBeUndefined();
  });
});

describe('lastLines', () => {
  it('takes the end', () => {
    expect(lastLines('a\nb\nc\n\n', 2)).toBe('b\nc');
  });
});
