/** A plan's view as a file as far as it goes: for whoever does not get the file. It has missions and ways, and no steps to draw. */
import type { Shape } from '~/api/client';
import type { PlanFile } from './file';
import { stated } from './measures';

export function outlined(plan: Shape<'PlanView'>): PlanFile | null {
  const contents = plan.contents;
  const of = stated(plan.measures);
  if (!contents || !of) return null;
  return {
    format: 'airbridge-plan/1',
    origin: { operation: plan.operation, operation_digest: '', program_version: '', seed: 0, work: 0 },
    measures: of.measures,
    bound: of.bound ?? { on_time_weight: -1, on_time_patients: 0, binding: '' },
    missions: contents.flights.map((flight) => ({
      id: flight.number,
      aircraft: flight.aircraft,
      configuration: '',
      flight_crew: flight.flight_crew,
      medical_crew: flight.medical_crew ?? null,
      stops: [flight.legs[0]?.from ?? '', ...flight.legs.map((leg) => leg.to)].map((airfield) => ({
        airfield,
        boards: [],
        leaves: [],
        refuel: false,
        rest: false,
      })),
      legs: flight.legs.map((leg) => ({
        from: leg.from,
        to: leg.to,
        off_block_at: leg.off_block_at,
        on_block_at: leg.on_block_at,
        distance_nm: 0,
        fuel_kg: 0,
        cabin_altitude_ft: 0,
        states: [],
      })),
    })),
    journeys: contents.ways.map((way) => ({
      patient: way.request,
      offer: way.offer,
      arrives_at: way.arrives_at,
      on_time: true,
      steps: way.missions.map((mission) => ({
        kind: 'lift' as const,
        mission,
        boards_at_stop: 0,
        leaves_at_stop: 0,
        from_at: '',
        to_at: '',
      })),
    })),
    left_out: contents.left_out.map((left) => ({ patient: left.request, summary: left.why ?? '', exclusions: [] })),
  };
}
