/** The operation that somebody works in. Addresses of lists name it; where none does, it is the one that was looked at last. */
import { session } from '~/api/session.svelte';
import { router } from '~/router/router.svelte';

const KEPT = 'airbridge-operation';

class Current {
  #kept = $state(localStorage.getItem(KEPT));

  /** Its id; `null` where there is none. */
  get id(): string | null {
    const named = router.match(['/o/:op/*', '/o/:op'])?.params.op;
    if (named) return named;
    const all = session.self?.operations ?? [];
    return (all.find((operation) => operation.id === this.#kept) ?? all[0])?.id ?? null;
  }

  get name(): string {
    return session.self?.operations.find((operation) => operation.id === this.id)?.name ?? this.id ?? '';
  }

  choose(id: string): void {
    this.#kept = id;
    localStorage.setItem(KEPT, id);
    const path = router.path.match(/^\/o\/[^/]+(\/[^/]+)/);
    router.go(path ? `/o/${encodeURIComponent(id)}${path[1]}` : '/');
  }
}

export const current = new Current();
