/** The map that MapLibre draws. Loaded only when a map is shown. */
import { Map as GlMap, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Basemap } from './basemap';
import { palette } from './palette';
import { AIRCRAFT, SQUARE, styleOf } from './style';
import { legShapes, placeShapes, positionShapes, type MapLeg, type MapPlace, type MapPosition, type Pointed } from './things';

setWorkerUrl(workerUrl);

export interface Shown {
  legs: readonly MapLeg[];
  places: readonly MapPlace[];
  positions: readonly MapPosition[];
}

interface How {
  ground: Basemap;
  label: string;
  bounds: [number, number, number, number] | null;
  pick: (pointed: Pointed | null, how: { at: [number, number] }) => void;
  hover: (pointed: Pointed | null, how: { at: [number, number] }) => void;
  broken: () => void;
  /** Everything that was asked for has been drawn once. */
  drawn: () => void;
}

/** Layers by what one points at, the uppermost first. */
const LAYERS: [string, Pointed['kind'], string][] = [
  ['positions', 'position', 'positions'],
  ['staging', 'place', 'places'],
  ['places', 'place', 'places'],
  ['legs-touch', 'leg', 'legs'],
];

/** Room around what is shown. */
const MARGIN = 40;

/** Nothing on the map is as fine as streets. */
const NEAREST = 9;

export class Gl {
  #map: GlMap;
  #ground: Basemap;
  #shown: Shown = { legs: [], places: [], positions: [] };
  #marked: Pointed[] = [];
  #isReady = false;

  constructor(container: HTMLElement, how: How) {
    this.#ground = how.ground;
    this.#map = new GlMap({
      container,
      style: styleOf(how.ground, palette()),
      attributionControl: false,
      maplibreLogo: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      cooperativeGestures: false,
      maxZoom: NEAREST,
      renderWorldCopies: true,
      locale: { 'Map.Title': how.label },
      ...(how.bounds ? { bounds: how.bounds, fitBoundsOptions: { padding: MARGIN, maxZoom: 7 } } : { center: [25, 45], zoom: 2.5 }),
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.on('styledata', () => this.#dress());
    this.#map.on('click', (event) => how.pick(this.#at(event), { at: [event.point.x, event.point.y] }));
    this.#map.on('mousemove', (event) => {
      const pointed = this.#at(event);
      this.#map.getCanvas().style.cursor = pointed ? 'pointer' : '';
      how.hover(pointed, { at: [event.point.x, event.point.y] });
    });
    this.#map.on('mouseout', () => how.hover(null, { at: [0, 0] }));
    this.#map.once('idle', () => how.drawn());
    this.#map.on('webglcontextlost', () => how.broken());
  }

  /** Puts back what a style loses when another one takes its place. */
  #dress(): void {
    if (!this.#map.getSource('legs')) return;
    if (!this.#map.hasImage(AIRCRAFT)) this.#map.addImage(AIRCRAFT, aircraft(), { sdf: true, pixelRatio: 2 });
    if (!this.#map.hasImage(SQUARE)) this.#map.addImage(SQUARE, square(), { sdf: true, pixelRatio: 2 });
    if (this.#isReady) return;
    this.#isReady = true;
    this.show(this.#shown);
  }

  show(shown: Shown): void {
    this.#shown = shown;
    if (!this.#isReady) return;
    const put = (source: string, data: GeoJSON.FeatureCollection) => void this.#map.getSource<GeoJSONSource>(source)?.setData(data);
    put('legs', legShapes(shown.legs));
    put('places', placeShapes(shown.places));
    put('positions', positionShapes(shown.positions));
    this.mark(this.#marked);
  }

  /** Marks these and nothing else. */
  mark(things: readonly Pointed[]): void {
    this.#marked = [...things];
    if (!this.#isReady) return;
    for (const [, , source] of LAYERS) this.#map.removeFeatureState({ source });
    for (const { kind, id } of things) this.#map.setFeatureState({ source: `${kind}s`, id }, { marked: true });
  }

  /** Light or dark. */
  paint(): void {
    this.#isReady = false;
    this.#map.setStyle(styleOf(this.#ground, palette()), { diff: false });
  }

  fit(bounds: [number, number, number, number]): void {
    this.#map.fitBounds(bounds, { padding: MARGIN, maxZoom: 7, animate: false });
  }

  zoom(by: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + by, duration: 150 });
  }

  resize(): void {
    this.#map.resize();
  }

  close(): void {
    this.#map.remove();
  }

  #at(event: MapMouseEvent): Pointed | null {
    if (!this.#isReady) return null;
    for (const [layer, kind] of LAYERS) {
      const found = this.#map.queryRenderedFeatures(event.point, { layers: [layer] })[0];
      if (found) return { kind, id: String(found.properties.id) };
    }
    return null;
  }
}

/** A plain outline of an aircraft that flies north, as a distance field of one step. */
function aircraft(): ImageData {
  const size = 44;
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d');
  if (!context) return new ImageData(size, size);
  context.translate(size / 2, size / 2);
  context.beginPath();
  const half = [[0, -18], [3, -13], [3, -5], [18, 5], [18, 9], [3, 4], [3, 11], [8, 15], [8, 18], [0, 16]] as const;
  for (const [x, y] of half) context.lineTo(x, y);
  for (const [x, y] of [...half].reverse()) context.lineTo(-x, y);
  context.closePath();
  context.fill();
  return context.getImageData(0, 0, size, size);
}

function square(): ImageData {
  const [size, edge] = [32, 4];
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d');
  if (!context) return new ImageData(size, size);
  context.fillRect(edge, edge, size - 2 * edge, size - 2 * edge);
  return context.getImageData(0, 0, size, size);
}

/** Whether this browser can draw it. */
export function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
