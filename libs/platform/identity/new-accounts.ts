import { Injectable } from '@nestjs/common';
import { Door, newId } from '../database';
import { type FieldProblem, InvalidError, NotFoundError } from '../errors';
import { Clock } from '../tenancy';
import { PasswordHasher } from './password-hasher';
import { passwordProblem } from './password-rules';

/** Accounts of people who were invited: they name themselves and choose a password. */
@Injectable()
export class NewAccounts {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly hasher: PasswordHasher,
  ) {}

  /** `context`: what a guesser would try for this person beside name and address. */
  async make(
    email: string,
    { name, password }: { readonly name?: string | undefined; readonly password?: string | undefined },
    context: readonly string[],
  ): Promise<{ id: string; name: string }> {
    const problems: FieldProblem[] = [];
    if (name === undefined)
      problems.push({ path: 'name', code: 'missing', detail: 'say what you are called' });
    if (password === undefined) {
      problems.push({ path: 'password', code: 'missing', detail: 'choose a password' });
    } else {
      const problem = passwordProblem(password, [name ?? '', email, ...context]);
      if (problem) problems.push(problem);
    }
    if (name === undefined || password === undefined || problems.length > 0) {
      throw new InvalidError(
        'invalid',
        problems.map(({ path, detail }) => `${path}: ${detail}`).join('; '),
        problems,
      );
    }
    return { id: await this.insert(email, name, await this.hasher.hash(password)), name };
  }

  private insert(email: string, name: string, hash: string): Promise<string> {
    const now = this.clock.date();
    return this.door.withRole('identity', async (client) => {
      const made = await client.query<{ id: string }>(
        `insert into person (id, email, name, created_at) values ($1, $2, $3, $4)
         on conflict (email) do update set name = $3, version = person.version + 1 returning id`,
        [newId(), email, name, now],
      );
      const id = made.rows[0]?.id as string;
      const stored = await client.query(
        `insert into person_credential (person_id, password_hash, password_changed_at) values ($1, $2, $3)
         on conflict (person_id) do update set password_hash = $2, password_changed_at = $3
         where person_credential.password_hash is null`,
        [id, hash, now],
      );
      // another link to the same address was accepted at this moment: its password counts
      if (stored.rowCount === 0) throw new NotFoundError('open invitation');
      return id;
    });
  }
}
