/** What the server says is wrong, by the column that it is wrong with. */
import { Problem } from '~/api/problem';

export function errorsOf(why: unknown): Record<string, string> {
  if (!(why instanceof Problem)) return {};
  return Object.fromEntries(why.errors.map((error) => [error.pointer.replace(/^\/(row\/)?/, ''), error.detail]));
}
