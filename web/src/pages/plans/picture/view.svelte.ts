/** Which part of time is in sight: nearer, farther, earlier, later. */
import { clamp } from './clamp';

const MINUTE = 60_000;
/** Nearer than this is no use: plans are written to the minute. */
const SHORTEST = 30 * MINUTE;
/** Room beyond the first and the last instant, as a share of all. */
const MARGIN = 0.03;

export class View {
  from = $state(0);
  to = $state(1);
  /** Pixels from the labels to the end. */
  width = $state(800);
  #least = 0;
  #most = 1;

  /** What there is altogether. The first time all of it is shown. */
  covers([first, last]: [number, number]): void {
    const room = Math.max(SHORTEST, (last - first) * MARGIN);
    const isNew = this.#most === 1;
    this.#least = first - room;
    this.#most = last + room;
    if (isNew) this.all();
    else this.#set(this.from, this.to);
  }

  x(at: number): number {
    return ((at - this.from) / (this.to - this.from)) * this.width;
  }

  at(x: number): number {
    return this.from + (x / this.width) * (this.to - this.from);
  }

  /** Milliseconds in so many pixels. */
  span(pixels: number): number {
    return (pixels / this.width) * (this.to - this.from);
  }

  /** Nearer by a factor above one; what is at `x` stays there. */
  zoom(factor: number, x = this.width / 2): void {
    const at = this.at(x);
    const span = clamp((this.to - this.from) / factor, SHORTEST, this.#most - this.#least);
    const from = at - (x / this.width) * span;
    this.#set(from, from + span);
  }

  pan(milliseconds: number): void {
    this.#set(this.from + milliseconds, this.to + milliseconds);
  }

  all(): void {
    this.#set(this.#least, this.#most);
  }

  /** Brings something into sight, as near as it is now. */
  reveal(from: number, to: number): void {
    const span = this.to - this.from;
    if (from >= this.from && to <= this.to) return;
    const middle = (from + to) / 2;
    this.#set(middle - span / 2, middle + span / 2);
  }

  /** Shows just this, with some room. */
  show(from: number, to: number): void {
    const room = Math.max((to - from) * 0.1, 10 * MINUTE);
    this.#set(from - room, to + room);
  }

  #set(from: number, to: number): void {
    const span = Math.min(to - from, this.#most - this.#least);
    this.from = clamp(from, this.#least, this.#most - span);
    this.to = this.from + span;
  }
}
