/** The board's columns: states together, in the order of the way. */

export const STAGES = [
  { key: 'submit', states: ['draft', 'returned'] },
  { key: 'authority', states: ['submitted'] },
  { key: 'surgeon', states: ['endorsed', 'deferred'] },
  { key: 'bed', states: ['cleared'] },
  { key: 'asked', states: ['offered'] },
  { key: 'agreed', states: ['accepted'] },
  { key: 'planned', states: ['planned', 'manifested'] },
  { key: 'way', states: ['collected', 'staged', 'enplaned', 'in-transit'] },
  { key: 'arrived', states: ['delivered', 'diverted', 'handed-over'] },
  { key: 'over', states: ['closed', 'withdrawn', 'died'] },
] as const;

export type Stage = (typeof STAGES)[number]['key'];

const OF = new Map<string, Stage>(STAGES.flatMap((stage) => stage.states.map((state) => [state, stage.key] as const)));

/** The column in which a state stands; none where the state is not told. */
export function stageOf(state: string | undefined): Stage | undefined {
  return state === undefined ? undefined : OF.get(state);
}
