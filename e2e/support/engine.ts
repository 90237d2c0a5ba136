import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface EngineAnswer {
  readonly id: unknown;
  readonly result?: Record<string, unknown>;
  readonly problem?: object;
}

/** Asks `npm run --silent engine`, as an auditor does who has nothing but the export. */
export async function askEngine(request: object): Promise<EngineAnswer> {
  const root = join(import.meta.dirname, '..', '..');
  const engine = spawn('npm', ['run', '--silent', 'engine'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  engine.stdin.end(`${JSON.stringify(request)}\n`);
  let output = '';
  for await (const chunk of engine.stdout) output += String(chunk);
  return JSON.parse(output) as EngineAnswer;
}
