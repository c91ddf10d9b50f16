/** A request as the interface gives it. Whatever the role does not see is left out. */
import type { Shape } from '~/api/client';

export type RequestView = Shape<'RequestView'>;
export type Fact = Shape<'FactView'>;
export type Offer = Shape<'OfferView'>;

/** The state's word, where it is told. */
export function stateOf(request: RequestView): string | undefined {
  return request.standing?.state;
}
