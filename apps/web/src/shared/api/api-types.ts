import type {
  BodyInputOf,
  endpoints,
  EndpointName,
  ParamsOf,
  QueryInputOf,
  ResponseOf,
} from '@instaflow/contracts';

type EndpointOf<Name extends EndpointName> = (typeof endpoints)[Name];
type Part<Key extends string, Value> = [Value] extends [undefined]
  ? unknown
  : undefined extends Value
    ? { [K in Key]?: Value }
    : { [K in Key]: Value };

/** `params`, `query` and `body` of a call, each present only where the endpoint has one. */
export type ApiInput<Name extends EndpointName> = Part<'params', ParamsOf<EndpointOf<Name>>> &
  ([QueryInputOf<EndpointOf<Name>>] extends [undefined]
    ? unknown
    : { query?: QueryInputOf<EndpointOf<Name>> }) &
  Part<'body', BodyInputOf<EndpointOf<Name>>>;

/** What a call answers. */
export type ApiOutput<Name extends EndpointName> = ResponseOf<EndpointOf<Name>>;
