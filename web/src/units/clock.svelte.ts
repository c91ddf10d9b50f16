/** The server's clock: deadlines are its, whatever the clock of this machine says. */

class Clock {
  /** Milliseconds since 1970, by the server. Moves on every second. */
  now = $state(Date.now());
  #ahead = 0;

  constructor() {
    setInterval(() => (this.now = Date.now() + this.#ahead), 1000);
  }

  /** What the server says that it is now. */
  set(now: string): void {
    this.#ahead = Date.parse(now) - Date.now();
    this.now = Date.now() + this.#ahead;
  }

  /** The instant now, to the millisecond. */
  instant(): Date {
    return new Date(Date.now() + this.#ahead);
  }
}

export const clock = new Clock();
