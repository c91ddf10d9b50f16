/** What each role begins with. Whoever has several roles gets the blocks of all, each asking only what they may. */
import type { Component } from 'svelte';
import type { Session } from '~/api/session.svelte';
import Accounts from './blocks/Accounts.svelte';
import Answers from './blocks/Answers.svelte';
import Arrivals from './blocks/Arrivals.svelte';
import Chains from '../audit/Verify.svelte';
import Endorse from './blocks/Endorse.svelte';
import Figures from './blocks/Figures.svelte';
import Fit from './blocks/Fit.svelte';
import MyMissions from './blocks/MyMissions.svelte';
import Needs from './blocks/Needs.svelte';
import Operator from './blocks/Operator.svelte';
import Own from './blocks/Own.svelte';
import Plans from './blocks/Plans.svelte';
import Proposals from './blocks/Proposals.svelte';
import Reviews from '../audit/Reviews.svelte';
import States from './blocks/States.svelte';
import Today from './blocks/Today.svelte';

export interface Block {
  key: string;
  roles: readonly string[];
  /** Rows of the table of roles, all of which it needs. */
  needs: readonly string[];
  shows: Component;
}

export const BLOCKS: readonly Block[] = [
  { key: 'own', roles: ['referring-clinician'], needs: ['request.search'], shows: Own },
  { key: 'endorse', roles: ['requesting-authority'], needs: ['request.search', 'request.endorse'], shows: Endorse },
  { key: 'fit', roles: ['flight-surgeon'], needs: ['request.search', 'request.clear'], shows: Fit },
  { key: 'answers', roles: ['regulating-officer'], needs: ['request.search', 'request.offer'], shows: Answers },
  { key: 'states', roles: ['regulating-officer'], needs: ['request.search'], shows: States },
  { key: 'needs', roles: ['receiving-hospital'], needs: ['need.read'], shows: Needs },
  { key: 'arrivals', roles: ['receiving-hospital'], needs: ['request.search'], shows: Arrivals },
  { key: 'my-missions', roles: ['crew'], needs: ['mission.search', 'mission.report'], shows: MyMissions },
  { key: 'operator', roles: ['operator'], needs: ['mission.search', 'mission.task'], shows: Operator },
  { key: 'proposals', roles: ['duty-officer'], needs: ['plan.search', 'plan.adopt'], shows: Proposals },
  { key: 'today', roles: ['duty-officer'], needs: ['mission.search'], shows: Today },
  { key: 'plans', roles: ['airlift-planner'], needs: ['plan.search', 'job.search'], shows: Plans },
  { key: 'figures', roles: ['information-officer'], needs: ['aggregate.read'], shows: Figures },
  { key: 'reviews', roles: ['auditor'], needs: ['worklist.read', 'emergency.review'], shows: Reviews },
  { key: 'accounts', roles: ['administrator'], needs: ['account.search'], shows: Accounts },
  { key: 'chains', roles: ['auditor', 'administrator'], needs: ['audit.verify'], shows: Chains },
];

export function blocks(session: Pick<Session, 'has' | 'may'>): Block[] {
  return BLOCKS.filter((block) => block.roles.some((role) => session.has(role)) && block.needs.every((row) => session.may(row)));
}
