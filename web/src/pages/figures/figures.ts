/** The counts for the public. They change once a day at most. */
import { GET, data } from '~/api/client';

export const figures = () => ({
  queryKey: ['aggregates'],
  queryFn: () => data(GET('/api/v1/aggregates')),
});
