/**
 * One intended submission: the same body keeps its Idempotency-Key however often it is sent (a lost answer, a second
 * click), so that the server does the work once; a changed body, or the next submission after a success, gets a new key.
 */
export class Submission {
  private key: string | null = null;
  private body: string | null = null;

  keyFor(body: unknown): string {
    const text = body instanceof FormData ? fingerprint(body) : (JSON.stringify(body) ?? '');
    if (this.key === null || this.body !== text) {
      this.key = crypto.randomUUID();
      this.body = text;
    }
    return this.key;
  }

  succeeded(): void {
    this.key = null;
    this.body = null;
  }
}

function fingerprint(form: FormData): string {
  const parts: unknown[] = [];
  form.forEach((value, name) =>
    parts.push([name, value instanceof File ? [value.name, value.size, value.lastModified] : value]),
  );
  return JSON.stringify(parts);
}
