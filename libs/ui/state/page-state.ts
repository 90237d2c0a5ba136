import { type ApiProblem } from '../api/api-problem';

/** What a page knows about what it shows. `failed` always carries the problem; a page never shows it as empty. */
export type PageState<T> =
  | { readonly is: 'idle' }
  | { readonly is: 'loading'; readonly previous?: T }
  | { readonly is: 'ready'; readonly value: T }
  | { readonly is: 'empty'; readonly value: T }
  | { readonly is: 'failed'; readonly problem: ApiProblem };
