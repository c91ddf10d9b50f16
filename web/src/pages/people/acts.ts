/** What an administrator does with accounts, and what has to be read again then. */
import { POST, data, tag, type Shape } from '~/api/client';
import { queryClient } from '~/api/queries';

/** The account that is meant, as it was read. */
export interface Of {
  id: string;
  version: number;
}

/** Path and headers of an act on an account as it was read. */
const on = ({ id, version }: Of, key: string) => ({
  path: { id },
  header: { 'If-Match': tag(version), 'Idempotency-Key': key },
});

/** Reads again what an act has changed. */
export async function again(id: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['account', id] }),
    queryClient.invalidateQueries({ queryKey: ['accounts'] }),
  ]);
}

export async function invite(account: Of, key: string): Promise<Shape<'InvitationView'>> {
  const made = await data(POST('/api/v1/accounts/{id}/invitation', { params: on(account, key), body: {} }));
  await again(account.id);
  return made as Shape<'InvitationView'>;
}

export async function suspend(account: Of, reason: string, key: string): Promise<void> {
  await data(POST('/api/v1/accounts/{id}/suspend', { params: on(account, key), body: { reason } }));
  await again(account.id);
}

export async function reinstate(account: Of, key: string): Promise<void> {
  await data(POST('/api/v1/accounts/{id}/reinstate', { params: on(account, key), body: {} }));
  await again(account.id);
}

export async function resetFactor(account: Of, reason: string, key: string): Promise<void> {
  await data(POST('/api/v1/accounts/{id}/reset-factor', { params: on(account, key), body: { reason } }));
  await again(account.id);
}

export async function link(account: Of, issuer: string, subject: string, key: string): Promise<void> {
  await data(POST('/api/v1/accounts/{id}/link', { params: on(account, key), body: { issuer, subject } }));
  await again(account.id);
}

export async function unlink(account: Of, issuer: string, key: string): Promise<void> {
  await data(POST('/api/v1/accounts/{id}/unlink', { params: on(account, key), body: { issuer } }));
  await again(account.id);
}
