/** What the server says where missions hang together. */

/** Numbers of the missions that have to be adopted as well; none where it says something else. */
export function together(detail: string): string[] {
  const said = /^they hang together with (.+): adopt these too$/.exec(detail)?.[1];
  return said ? said.split(', ') : [];
}
