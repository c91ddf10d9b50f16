/** Which steps that are due belong to the watch: those of patients who are about to leave or on the way. */

interface Item {
  request: string;
  account?: string | null | undefined;
  due: { task: string; by: string };
}

const TASKS = new Set([
  'renew the clearance before the flight',
  'collect the patient',
  'bring the patient on',
  'sign for the patient',
  'confirm that the patient has left',
]);

export function onTheWay<I extends Item>(items: readonly I[]): I[] {
  return items.filter((item) => !item.account && TASKS.has(item.due.task)).sort((one, other) => Date.parse(one.due.by) - Date.parse(other.due.by));
}

/** How many of each, in the order in which they are met. */
export function counted(items: readonly Item[]): { task: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { due } of items) counts.set(due.task, (counts.get(due.task) ?? 0) + 1);
  return [...counts].map(([task, count]) => ({ task, count }));
}
