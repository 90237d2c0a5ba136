import { ApiProblem } from '@plumbline/ui';

/** What the server finds wrong names its own fields; this names the form's, so that each shows at its control. */
export function withFieldPaths(
  problem: ApiProblem,
  pathOf: (path: readonly string[]) => readonly (string | number)[],
): ApiProblem {
  const { code, title, detail, status, reference, fields, parameters } = problem;
  return new ApiProblem({
    code,
    title,
    detail,
    status,
    ...(reference === null ? {} : { instance: reference }),
    ...(parameters ? { parameters } : {}),
    fields: fields.map((field) => ({ ...field, path: pathOf(field.path.split('.')).join('.') })),
  });
}
