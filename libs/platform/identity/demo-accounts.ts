/** Demo accounts have published passwords: they do not exist where NODE_ENV is production. */
export const DEMO_DOMAIN = 'demo.plumbline.example';

export function isRefusedDemoAccount(email: string, env: NodeJS.ProcessEnv = process.env): boolean {
  return env['NODE_ENV'] === 'production' && /[@.]demo\.plumbline\.example$/i.test(email);
}
