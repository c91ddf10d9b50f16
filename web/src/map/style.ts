/** The map's style. It names no `glyphs`: names are drawn from the page's own fonts, and nothing is fetched from elsewhere. */
import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import type { Basemap } from './basemap';
import type { Palette } from './palette';

const FONT = ['Noto Sans', 'Noto Sans Arabic'];

/** The image of an aircraft, to be tinted. */
export const AIRCRAFT = 'aircraft';

/** The image of a staging facility. */
export const SQUARE = 'square';

const marked = (then: number | string, otherwise: number | string | ExpressionSpecification) =>
  ['case', ['boolean', ['feature-state', 'marked'], false], then, otherwise] as unknown as ExpressionSpecification;

const NOTHING = { type: 'FeatureCollection' as const, features: [] };

export function styleOf(ground: Basemap, colour: Palette): StyleSpecification {
  const things = () => ({ type: 'geojson' as const, data: NOTHING, promoteId: 'id' });
  const tone = ['match', ['get', 'tone'], 'now', colour.good, 'flown', colour.soft, 'old', colour.border, colour.accent] as unknown as ExpressionSpecification;
  const names = { 'text-color': colour.ink, 'text-halo-color': colour.halo, 'text-halo-width': 1.5 };
  const kind = ['match', ['get', 'kind'], 'hospital', colour.good, colour.ink] as DataDrivenPropertyValueSpecification<string>;
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: ground.land, tolerance: 0.2 },
      borders: { type: 'geojson', data: ground.borders, tolerance: 0.2 },
      contested: { type: 'geojson', data: ground.contested, tolerance: 0.1 },
      legs: things(),
      places: things(),
      positions: things(),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour.land, 'fill-antialias': false } },
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colour.border, 'line-width': 0.75 } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': colour.border, 'line-width': 0.75 } },
      {
        id: 'contested',
        type: 'line',
        source: 'contested',
        paint: { 'line-color': colour.border, 'line-width': 1, 'line-dasharray': [3, 2.5] },
      },
      {
        id: 'legs-old',
        type: 'line',
        source: 'legs',
        filter: ['==', ['get', 'tone'], 'old'],
        paint: { 'line-color': colour.soft, 'line-width': 1.5, 'line-dasharray': [1, 2], 'line-opacity': 0.7 },
      },
      {
        id: 'legs',
        type: 'line',
        source: 'legs',
        filter: ['!=', ['get', 'tone'], 'old'],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': marked(colour.ink, tone), 'line-width': marked(4.5, 2), 'line-opacity': marked(1, 0.75) },
      },
      // As wide as a finger.
      { id: 'legs-touch', type: 'line', source: 'legs', paint: { 'line-color': colour.ink, 'line-width': 18, 'line-opacity': 0 } },
      {
        id: 'places',
        type: 'circle',
        source: 'places',
        filter: ['!=', ['get', 'kind'], 'staging'],
        paint: {
          'circle-radius': marked(8, ['match', ['get', 'kind'], 'hospital', 4, 5.5] as unknown as ExpressionSpecification),
          'circle-color': ['match', ['get', 'kind'], 'airfield', colour.halo, kind] as unknown as ExpressionSpecification,
          'circle-stroke-color': kind,
          'circle-stroke-width': 2,
        },
      },
      {
        // A square, so that it is not told from a hospital by its colour alone.
        id: 'staging',
        type: 'symbol',
        source: 'places',
        filter: ['==', ['get', 'kind'], 'staging'],
        layout: { 'icon-image': SQUARE, 'icon-allow-overlap': true, 'icon-ignore-placement': true },
        paint: { 'icon-color': marked(colour.ink, colour.warn), 'icon-halo-color': colour.halo, 'icon-halo-width': 1.5 },
      },
      {
        id: 'place-names',
        type: 'symbol',
        source: 'places',
        layout: {
          'text-field': ['get', 'label'],
          'text-font': FONT,
          'text-size': 12,
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.8,
          'text-justify': 'auto',
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: names,
      },
      {
        id: 'positions',
        type: 'symbol',
        source: 'positions',
        layout: {
          'icon-image': AIRCRAFT,
          'icon-rotate': ['get', 'heading'],
          'icon-rotation-alignment': 'map',
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          'text-field': ['get', 'label'],
          'text-font': FONT,
          'text-size': 13,
          'text-anchor': 'top',
          'text-offset': [0, 1.1],
          'text-optional': true,
        },
        paint: {
          ...names,
          'icon-color': marked(colour.ink, ['case', ['get', 'isEstimate'], colour.warn, colour.good] as unknown as ExpressionSpecification),
          'icon-halo-color': colour.halo,
          'icon-halo-width': 2,
        },
      },
    ],
  };
}
