/** Own missions and their manifests are kept on the device, and shown from there where there is no link. */
import { GET, data } from '~/api/client';
import { live } from '~/api/live.svelte';
import { mission, missions, queryClient } from '~/api/queries';
import { session } from '~/api/session.svelte';
import { clock } from '~/units/clock.svelte';
import { expected } from '~/pages/watch/expected';
import { outbox } from './outbox.svelte';
import { keep, keptLike, unkeep, type Entry } from './store';

type Mission = Awaited<ReturnType<ReturnType<typeof mission>['queryFn']>>;

/** What is read is kept by the key of its question. */
const PREFIX = 'query ';

const OWN = new Set(['mission', 'missions']);

/** More patients than this at once: the manifest is read whole. */
const FEW = 20;
const TOGETHER = 300;

/** Keeps what is read of missions from now on, reads those that are not over ahead, and keeps manifests current. Until the answer is called. */
export function followOwn(): () => void {
  const stops = [followManifests()];
  if (session.may('mission.report')) {
    const cache = queryClient.getQueryCache();
    stops.push(
      cache.subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return;
        const { queryKey, state } = event.query;
        if (queryKey.length === 2 && OWN.has(String(queryKey[0]))) void keep(PREFIX + JSON.stringify(queryKey), state.data, serverTime(state.dataUpdatedAt));
      }),
      live.onBack(() => void readAhead()),
      live.onChange(({ stream, kind }) => kind === 'mission-assigned' && stream.startsWith('mission/') && void readAhead(0)),
    );
    void recall().then(() => readAhead());
  }
  return () => {
    for (const stop of stops) stop();
  };
}

/** Puts what is kept where pages look for it; with its age, so that it is asked for again as soon as that is possible. */
async function recall(): Promise<void> {
  for (const { key, at, value } of await keptLike(PREFIX)) {
    const queryKey = JSON.parse(key.slice(PREFIX.length)) as unknown[];
    if (queryClient.getQueryData(queryKey) !== undefined) continue;
    queryClient.setQueryData(queryKey, value, { updatedAt: ownTime(at) });
    // However young: nobody has listened to what has changed since.
    void queryClient.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false });
  }
}

/** Reads all own missions that are not over, one after the other: the line may be narrow. */
async function readAhead(young = 10_000): Promise<void> {
  try {
    const open = new Set<string>();
    for (const { id } of session.self?.operations ?? []) {
      const all = await queryClient.fetchQuery({ ...missions(id), staleTime: young });
      for (const one of all) if (!one.ended_at) open.add(one.id);
    }
    for (const id of open) await queryClient.fetchQuery({ ...mission(id), staleTime: 60_000 });
    for (const { key, value } of await keptLike(`${PREFIX}["mission",`)) if (!open.has((value as Mission).id)) await unkeep(key);
  } catch {
    // Without a link what is kept stays.
  }
}

/** A patient who has changed is put in the manifests that are held, without reading them whole. */
function followManifests(): () => void {
  const changed = new Set<string>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    waiting = undefined;
    const ids = [...changed];
    changed.clear();
    void refresh(ids);
  };
  const hear = (subject: string | undefined) => {
    if (subject?.startsWith('mission/')) void queryClient.invalidateQueries({ queryKey: ['mission', subject.slice(8)] });
    if (!subject?.startsWith('request/')) return;
    changed.add(subject.slice(8));
    waiting ??= setTimeout(look, TOGETHER);
  };
  const stops = [live.onChange(({ stream }) => hear(stream)), outbox.onTaken((entry, version) => (show(entry, version), hear(entry.subject)))];
  return () => {
    clearTimeout(waiting);
    for (const stop of stops) stop();
  };
}

/** What was taken stands at once: until it is read anew it would look as before, and what is reported then would not fit. */
function show(entry: Entry, version: number | undefined): void {
  for (const [key, held] of queryClient.getQueriesData<Mission>({ queryKey: ['mission'] })) {
    if (key.length !== 2 || !held) continue;
    const { mission } = expected(held, [{ ...entry, state: 'waiting' }]);
    if (mission !== held) queryClient.setQueryData(key, version === undefined ? mission : atVersion(mission, entry.subject ?? '', version), { updatedAt: queryClient.getQueryState(key)?.dataUpdatedAt });
  }
}

function atVersion(mission: Mission, subject: string, version: number): Mission {
  if (subject === `mission/${mission.id}`) return { ...mission, version };
  const manifest = mission.manifest?.map((patient) => (subject === `request/${patient.id}` ? { ...patient, version } : patient)) ?? null;
  return { ...mission, manifest };
}

async function refresh(ids: string[]): Promise<void> {
  const held = queryClient.getQueriesData<Mission>({ queryKey: ['mission'] }).filter(([key, value]) => key.length === 2 && value);
  for (const [key, value] of held) {
    const theirs = ids.filter((id) => value?.manifest?.some((patient) => patient.id === id));
    if (theirs.length === 0) continue;
    void queryClient.invalidateQueries({ queryKey: ['missions'] });
    if (theirs.length > FEW) {
      void queryClient.invalidateQueries({ queryKey: key });
      continue;
    }
    try {
      const fresh = await Promise.all(theirs.map((id) => data(GET('/api/v1/requests/{id}', { params: { path: { id } } }))));
      const byId = new Map(fresh.map((patient) => [patient.id, patient]));
      queryClient.setQueryData<Mission>(key, (now) => now && withPatients(now, byId));
    } catch {
      void queryClient.invalidateQueries({ queryKey: key });
    }
  }
}

/** How many are on board is counted anew where that is told of everybody. */
function withPatients(mission: Mission, byId: Map<string, NonNullable<Mission['manifest']>[number]>): Mission {
  const manifest = mission.manifest?.map((patient) => byId.get(patient.id) ?? patient) ?? null;
  const isWhole = manifest !== null && manifest.length === mission.patients && manifest.every((patient) => patient.standing);
  const aboard = isWhole ? manifest.filter((patient) => patient.standing?.state === 'enplaned' && (patient.route?.aboard ?? mission.id) === mission.id).length : mission.aboard;
  return { ...mission, manifest, aboard };
}

function serverTime(own: number): number {
  return own + clock.instant().getTime() - Date.now();
}

function ownTime(server: number): number {
  return server - clock.instant().getTime() + Date.now();
}
