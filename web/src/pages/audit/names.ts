/** Logins by the ids of accounts: whoever reads the audit may see both. */
import { createQuery } from '@tanstack/svelte-query';
import { session } from '~/api/session.svelte';
import { accounts } from '../people/accounts';

/** Gives the login of an account, else its id. */
export function logins(): { readonly of: (id: string) => string } {
  const query = createQuery(() => ({ ...accounts(), enabled: session.may('account.search') }));
  let held: typeof query.data;
  let names = new Map<string, string>();
  return {
    get of() {
      if (query.data !== held) {
        held = query.data;
        names = new Map(held?.map((account) => [account.id, account.login]));
      }
      const known = names;
      return (id: string) => known.get(id) ?? id;
    },
  };
}
