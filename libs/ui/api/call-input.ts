import { type CallOf } from '@plumbline/api/schema';

type Given<Input, Key extends keyof Input> = undefined extends Input[Key]
  ? { readonly [K in Key]?: Input[K] }
  : { readonly [K in Key]: Input[K] };

/** The tenant is in the page's address: callers below a tenant never say it. */
type WithoutTenant<Params> = Params extends { readonly tenant: unknown }
  ? keyof Params extends 'tenant'
    ? undefined
    : Omit<Params, 'tenant'>
  : Params;

/** What a caller passes for an operation: only the parts that it has. */
export type CallInput<O> =
  CallOf<O> extends infer Call
    ? Call extends { readonly params: unknown; readonly query: unknown; readonly body: unknown }
      ? Given<{ params: WithoutTenant<Call['params']> }, 'params'> &
          Given<Call, 'query'> &
          Given<Call, 'body'>
      : never
    : never;
