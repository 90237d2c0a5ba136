import { describe, expect, it } from '@jest/globals';
import { undoStack } from './undo-stack.mjs';

describe('undoStack', () => {
  it('stops in the reverse order, each once', async () => {
    const stopped: string[] = [];
    const undo = undoStack();
    for (const name of ['services', 'api']) undo.push(() => Promise.resolve(void stopped.push(name)));
    await undo.run();
    await undo.run();
    expect(stopped).toEqual(['api', 'services']);
  });

  it('goes on after one that fails, and says so', async () => {
    const stopped: string[] = [];
    const undo = undoStack();
    undo.push(() => Promise.resolve(void stopped.push('services')));
    undo.push(() => Promise.reject(new Error('stuck')));
    await expect(undo.run()).rejects.toThrow('not everything could be stopped');
    expect(stopped).toEqual(['services']);
  });
});
