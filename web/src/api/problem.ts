/** Errors of the interface: RFC 9457 problems, as they are shown to people. */

/** What an answer that is no success says. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  remedy?: string;
  errors?: { pointer: string; detail: string }[];
}

/** Something that was asked and not done. */
export class Problem extends Error {
  /** Stable, such as `stale`; `offline` where no answer came. */
  readonly kind: string;
  readonly status: number;
  readonly detail: string;
  readonly remedy: string | undefined;
  /** What is wrong with which field. */
  readonly errors: { pointer: string; detail: string }[];

  constructor(body: ProblemBody) {
    super(`${body.title}: ${body.detail}`);
    this.name = 'Problem';
    this.kind = body.type.replace(/^\/problems\//, '');
    this.status = body.status;
    this.detail = body.detail;
    this.remedy = body.remedy;
    this.errors = body.errors ?? [];
  }

  /** Whether the same may go through later without anybody changing it. */
  get passes(): boolean {
    return this.kind === 'offline' || this.status >= 500 || this.status === 429;
  }

  /** The server was not reached, or what answered was not the server. */
  static offline(why: unknown): Problem {
    const detail = why instanceof Error ? why.message : '';
    return new Problem({ type: '/problems/offline', title: 'Offline', status: 0, detail });
  }

  /** From an answer and what could be read of its body. */
  static of(status: number, body: unknown): Problem {
    if (typeof body === 'object' && body !== null && 'type' in body && 'title' in body) {
      const said = body as ProblemBody;
      return new Problem({ ...said, detail: said.detail ?? '', status });
    }
    return new Problem({ type: '/problems/unreadable', title: `HTTP ${status}`, status, detail: '' });
  }
}
