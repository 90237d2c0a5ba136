/** Where people reach this installation. Links in mails start with it, never with a request's Host header (ASVS 6.4). */
export class PublicUrl {
  readonly origin: string;

  constructor(url: string) {
    this.origin = new URL(url).origin;
  }

  static fromEnvironment(env: NodeJS.ProcessEnv = process.env): PublicUrl {
    return new PublicUrl(env['PUBLIC_URL'] ?? 'http://localhost:3000');
  }

  link(...segments: readonly string[]): string {
    return [this.origin, ...segments.map(encodeURIComponent)].join('/');
  }
}
