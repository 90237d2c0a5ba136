import { type Finding, type FileRefusal, plainly, sayRefusal } from '@plumbline/measurements/schema';
import { RuleBrokenError } from '@plumbline/platform/errors';
import { FileRefused } from './file-refused';

/** A refusal as it is kept and answered, with its sentence in English. */
export function refusalOf({ code, parameters }: Finding): FileRefusal {
  return { code, parameters, detail: sayRefusal({ code, parameters }, 'en', plainly) ?? '' };
}

/** What cannot be read is answered as a broken rule, with the code of the refusal; other errors go on as they are. */
export async function asRule<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FileRefused ? brokenRule(refusalOf(error)) : error;
  }
}

export function brokenRule({ code, detail, parameters }: FileRefusal): RuleBrokenError {
  return new RuleBrokenError(code, detail, [], 422, undefined, parameters ?? undefined);
}

/** A refusal as its row keeps it; null: none. */
export function keptRefusal(row: {
  readonly refusalCode: string | null;
  readonly refusalDetail: string | null;
  readonly refusalParameters: FileRefusal['parameters'];
}): FileRefusal | null {
  const { refusalCode: code, refusalDetail: detail, refusalParameters: parameters } = row;
  return code === null ? null : { code, detail: detail ?? '', parameters };
}
