/** Accounts and organisations as they are read, how an account stands, and which are looked for. */
import { GET, data, every, type Shape } from '~/api/client';

export type Account = Shape<'AccountView'>;
export type Organisation = Shape<'OrganisationView'>;

export const accounts = () => ({
  queryKey: ['accounts'],
  queryFn: () => every((at) => data(GET('/api/v1/accounts', { params: { query: at } }))),
});

export const account = (id: string) => ({
  queryKey: ['account', id],
  queryFn: () => data(GET('/api/v1/accounts/{id}', { params: { path: { id } } })),
});

export const organisations = () => ({
  queryKey: ['organisations'],
  queryFn: () => every((at) => data(GET('/api/v1/organisations', { params: { query: at } }))),
});

export const organisation = (id: string) => ({
  queryKey: ['organisation', id],
  queryFn: () => data(GET('/api/v1/organisations/{id}', { params: { path: { id } } })),
});

/** `late`: invited, and the invitation is not good any more. */
export const STANDINGS = ['active', 'invited', 'late', 'suspended'] as const;
export type Standing = (typeof STANDINGS)[number];

export function standing(account: Account, now: number): Standing {
  if (account.suspended) return 'suspended';
  if (!account.invited_until) return 'active';
  return Date.parse(account.invited_until) > now ? 'invited' : 'late';
}

export interface Sought {
  text: string;
  role: string;
  standing: string;
}

/** Accounts whose login or organisation has the text in it, with the role, standing so. */
export function found(all: readonly Account[], sought: Sought, now: number): Account[] {
  const text = sought.text.trim().toLowerCase();
  return all.filter(
    (account) =>
      (text === '' || [account.login, account.organisation, account.id].some((word) => word.toLowerCase().includes(text))) &&
      (sought.role === '' || account.roles.includes(sought.role)) &&
      (sought.standing === '' || standing(account, now) === sought.standing),
  );
}

/** Lines of a text, each once, without what is only space. */
export function lines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))];
}

/** Where an invitation is accepted. It stands behind the #, which no server and no log sees. */
export function invitationLink(origin: string, invitation: string): string {
  return `${origin}/invitation#${invitation}`;
}
