/** What only the pages of plans read. */
import { GET, data } from '~/api/client';
import type { Changes } from './changes';
import type { PlanFile } from './file';

/** The whole file of a plan. A plan never changes, only what is decided about it. */
export const planFile = (id: string) => ({
  queryKey: ['plan-file', id],
  queryFn: async () => (await data(GET('/api/v1/plans/{id}/file', { params: { path: { id } } }))) as unknown as PlanFile,
  staleTime: Infinity,
});

/** What a plan changes beside the one that it replaces, and who has to be told. */
export const planChanges = (id: string) => ({
  queryKey: ['plan-changes', id],
  queryFn: async () => {
    const asked = (GET as unknown as Asked)('/api/v1/plans/{id}/changes', { params: { path: { id } } });
    return await data<Changes>(asked);
  },
  retry: false,
});

type Asked = (path: string, how: unknown) => Promise<{ data?: Changes; error?: unknown; response: Response }>;
